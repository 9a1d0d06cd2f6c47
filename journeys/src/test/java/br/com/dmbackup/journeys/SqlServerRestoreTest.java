package br.com.dmbackup.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.journeys.RealProgram.Ended;
import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import br.com.dmbackup.testkit.sqlserver.state.DatabaseState;
import br.com.dmbackup.testkit.sqlserver.statement.Hold;
import br.com.dmbackup.testkit.sqlserver.statement.Moment;
import br.com.dmbackup.testkit.sqlserver.statement.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Restores of a SQL Server database that are killed, or have no room: the real program against the double. */
class SqlServerRestoreTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int ROWS = 5_000;
    /** Enough for a backup, too little for a second database. */
    private static final long LITTLE_ROOM = 10L << 20;

    @TempDir
    Path folder;

    private SqlServerShop store;

    @BeforeEach
    void openTheShop() throws Exception {
        // Enough of them for a restore to have a middle.
        store = new SqlServerShop(folder, "senha", ROWS);
        new TypedCommands(folder).writePassword("senha");
        ok("init", "--home", "loja", "--database",
                store.address(SqlServerShop.DATABASE), "--password-file",
                TypedCommands.PASSWORD_FILE, "--local-only", "--yes");
        store.addOneProduct();
    }

    @AfterEach
    void closeTheShop() {
        store.close();
    }

    @Test
    void aDrillThatIsKilledLeavesADatabaseThatTheNextRunDrops() throws Exception {
        Hold hold = store.server.troubles().hold("RESTORE DATABASE", Moment.at(50));
        killed(hold, "drill", "--home", "loja");
        assertThat(store.names()).hasSize(2).anyMatch(name -> name.startsWith("dmbackup_restauro_"));
        assertThat(ok("drill", "--home", "loja")).contains("dmbackup_restauro_", "Restauração provada");
        assertThat(store.names()).containsExactly("MCDados");
        assertThat(folder.resolve("loja/state/staging")).isEmptyDirectory();
    }

    @Test
    void aSwapThatIsKilledBetweenTheRenamesIsUndoneByTheNextRun() throws Exception {
        Hold hold = store.server.troubles().hold("ALTER DATABASE [dmbackup_restauro_", Moment.START);
        killed(hold, "restore", "--home", "loja", "--replace", "--yes");
        assertThat(store.names()).doesNotContain("MCDados").anyMatch(name -> name.startsWith("MCDados_antes_"));
        ok("backup", "--home", "loja");
        assertThat(store.names()).containsExactly("MCDados");
        assertThat(store.instance.database("MCDados")).containsSame(store.live);
        assertThat(rows()).isEqualTo(ROWS + 1);
    }

    @Test
    void whereThereIsNoRoomForTwoItOverwritesOnlyWhenThatIsTyped() throws Exception {
        store.instance.disk().setFree(LITTLE_ROOM);
        Ended beside = run("restore", "--home", "loja", "--replace", "--yes");
        assertThat(beside.text()).contains("DM-252", "--in-place", "SQL Server 3257");
        assertThat(beside.code()).isNotZero();
        assertThat(rows()).isEqualTo(ROWS + 1);
        store.instance.disk().setFree(LITTLE_ROOM);
        assertThat(run("restore", "--home", "loja", "--replace", "--in-place").text()).contains("DM-108");
        assertThat(run("restore", "--home", "loja", "--to", "Volta", "--in-place").text()).contains("DM-104");
        assertThat(ok("restore", "--home", "loja", "--replace", "--in-place", "--yes")).contains("sobrescrito",
                "iguais");
        assertThat(rows()).isEqualTo(ROWS);
        assertThat(store.names()).containsExactly("MCDados");
    }

    @Test
    void whatBreaksWhileItOverwritesComesBackByTheCommandThatIsNamed() throws Exception {
        store.instance.disk().setFree(LITTLE_ROOM);
        store.server.troubles().plan("RESTORE DATABASE", Moment.at(50),
                Trouble.error(ServerMessage.of(3203, "MCDados.bak", "1117(I/O device error)")));
        Ended broken = run("restore", "--home", "loja", "--replace", "--in-place", "--yes");
        assertThat(broken.text()).contains("DM-254", "SQL Server 3203");
        assertThat(store.live.state()).isEqualTo(DatabaseState.RESTORING);
        assertThat(run("backup", "--home", "loja").text()).contains("DM-257");
        assertThat(run("restore", "--home", "loja", "--replace", "--yes").text()).contains("DM-257", "--in-place");

        Matcher command = Pattern.compile("dmbackup restore \"([^\"]+)\" --replace --in-place").matcher(
                broken.text().replaceAll("\\s*\\n\\s*", " "));
        assertThat(command.find()).as(broken.text()).isTrue();
        ok("restore", command.group(1), "--home", "loja", "--replace", "--in-place", "--yes");
        assertThat(rows()).as("the safety backup's").isEqualTo(ROWS + 1);
        assertThat(store.live.state()).isEqualTo(DatabaseState.ONLINE);
    }

    private void killed(Hold hold, String... words) throws Exception {
        new RealProgram(folder).killedWhen(() -> hold.awaitReached(PATIENCE), List.of(words));
        hold.release();
    }

    private int rows() {
        return store.products(SqlServerShop.DATABASE);
    }

    private String ok(String... words) throws Exception {
        return new TypedCommands(folder).ok(words);
    }

    private Ended run(String... words) throws Exception {
        return new TypedCommands(folder).run(words);
    }
}
