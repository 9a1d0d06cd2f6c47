package br.com.dmbackup.journeys.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.journeys.RealProgram;
import br.com.dmbackup.journeys.SqlServerShop;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.api.JobReport.JobKind;
import br.com.dmbackup.protocol.api.JobRequest;
import br.com.dmbackup.protocol.api.RestoreWay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A SQL Server database comes back over the live one where the disk has no room for two: window, agent, and the double. */
class SqlServerInPlaceTest extends WindowsTest {
    private static final int ROWS = 5_000;
    /** Enough for a backup, too little for a second database. */
    private static final long LITTLE_ROOM = 10L << 20;

    @TempDir
    Path root;

    @Test
    void isOfferedAndOverwritesOnlyAfterTheNameWasTyped() throws Exception {
        Path home = root.resolve("loja");
        RealProgram program = new RealProgram(root);
        try (SqlServerShop store = new SqlServerShop(root, "senha", ROWS)) {
            Path password = Files.writeString(root.resolve("senha.txt"), "senha\n");
            Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
            RealProgram.Ended made = program.run(List.of("init", "--home", "loja", "--database",
                    store.address(SqlServerShop.DATABASE), "--password-file", "senha.txt", "--local-only", "--yes"));
            assertThat(made.code()).as(made.text()).isZero();
            store.addOneProduct();
            Process agent = program.leashed(List.of("agent", "--leashed", "--home", home.toString()),
                    Files.createTempFile(root, "agent", ".txt"));
            try {
                await().atMost(Page.PATIENCE).ignoreExceptions()
                        .until(() -> !LocalAgent.at(home).status().places().isEmpty());
                // Who types another name is refused by the agent itself.
                Assertions.assertThatThrownBy(() -> LocalAgent.at(home).ask(new JobRequest(JobKind.RESTORE,
                        Optional.empty(), Optional.of("Outro"), Optional.of(RestoreWay.IN_PLACE), Optional.empty())))
                        .hasMessageContaining("CONFIRMATION_NEEDED");

                MainPage window = open(home, Language.PT_BR, Clock.system(ZoneId.of("America/Sao_Paulo")));
                ArchivesPage restore = new ArchivesPage(window.open("window.restore", "restore"));
                restore.says("restore.database", "MCDados");
                store.instance.disk().setFree(LITTLE_ROOM);
                restore.choose("restore.over");
                restore.type("restore.typed", SqlServerShop.DATABASE);
                restore.press("restore.begin");
                restore.says("fault.remedy", "restaurar sobre o banco em uso");
                assertThat(restore.text("fault.remedy")).doesNotContain("--in-place");
                assertThat(store.products(SqlServerShop.DATABASE)).isEqualTo(ROWS + 1);

                store.instance.disk().setFree(LITTLE_ROOM);
                restore.choose("restore.in_place");
                restore.type("restore.typed", "MCDado");
                assertThat(restore.offers("restore.begin")).isFalse();
                restore.type("restore.typed", SqlServerShop.DATABASE);
                restore.press("restore.begin");
                restore.says("restore.done", "Restauração concluída");
                assertThat(store.products(SqlServerShop.DATABASE)).isEqualTo(ROWS);
                assertThat(store.names()).containsExactly(SqlServerShop.DATABASE);
            } finally {
                StoreWithAgent.end(agent);
            }
        }
    }
}
