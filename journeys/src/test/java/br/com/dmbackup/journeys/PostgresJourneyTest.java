package br.com.dmbackup.journeys;

import static br.com.dmbackup.journeys.SlotsTest.backupIn;
import static br.com.dmbackup.journeys.SlotsTest.filledSlots;
import static br.com.dmbackup.journeys.SlotsTest.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.catalog.DrillRecord;
import br.com.dmbackup.core.drill.RestoreDrill;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Wanted;
import br.com.dmbackup.core.restore.DatabaseRestore;
import br.com.dmbackup.core.restore.RestoreOutcome;
import br.com.dmbackup.core.run.RunOutcome;
import br.com.dmbackup.engine.postgresql.PostgresEngine;
import br.com.dmbackup.engine.postgresql.PostgresServer;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.NoticeCode;
import br.com.dmbackup.testkit.disk.SmallDisk;
import br.com.dmbackup.testkit.postgresql.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store's database is on a PostgreSQL server: its dump is a stream, which no other engine gives. */
class PostgresJourneyTest {
    private static TestServer server;

    @TempDir
    Path folder;
    private StoreUnderTest store;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void fill() {
        for (String name : databases()) {
            server.execute("postgres", "DROP DATABASE \"" + name + "\" WITH (FORCE)");
        }
        server.execute("postgres", "CREATE DATABASE \"MCDados\"");
        server.execute("MCDados", "CREATE TABLE produto (id serial PRIMARY KEY, nome text)");
        sell(3_000);
        PostgresServer login = new PostgresServer(server.host(), server.port(), TestServer.SUPERUSER,
                Optional.of(new Secret(TestServer.PASSWORD.toCharArray())), "prefer", Optional.empty());
        store = new StoreUnderTest(folder);
        store.engineAs(sqlite -> new PostgresEngine("MCDados", login, "MCDados", Optional.empty(), store.clock(),
                Checkpoint.NONE));
    }

    @Test
    void aDroppedDatabaseComesBackWithEqualRowsAfterItHadPassedADrill() throws IOException {
        Manifest made = succeeded(store.backup());
        assertThat(made.engine()).isEqualTo("postgresql");
        assertThat(made.rowCounts()).containsEntry("public.produto", 3_000L);
        assertThat(backupIn(store.terminalSlot(9))).isEqualTo(made);
        try (Installation here = store.open()) {
            DrillRecord drill = new RestoreDrill(here, store.listener).drill(new Wanted.Newest());
            assertThat(drill.passed()).isTrue();
        }
        assertThat(databases()).containsExactly("MCDados");
        server.execute("postgres", "DROP DATABASE \"MCDados\"");
        try (Installation here = store.open()) {
            RestoreOutcome outcome = new DatabaseRestore(here, store.listener).replacing(new Wanted.Newest());
            assertThat(outcome.comparison().equal()).isTrue();
            assertThat(outcome.keptOldDatabase()).isEmpty();
        }
        assertThat(databases()).containsExactly("MCDados");
    }

    @Test
    void whatIsReplacedIsKeptAndBackedUpBefore() {
        succeeded(store.backup());
        sell(10);
        try (Installation here = store.open()) {
            RestoreOutcome outcome = new DatabaseRestore(here, store.listener).replacing(new Wanted.Newest());
            assertThat(rows(outcome.keptOldDatabase().orElseThrow())).isEqualTo(3_010);
        }
        assertThat(rows("MCDados")).isEqualTo(3_000);
        assertThat(store.listener.noticeCodes()).containsExactly(NoticeCode.SAFETY_BACKUP_MADE);
    }

    @Test
    void anArchiveThatOutgrowsTheDiskWhileItIsWrittenGoesToTheTerminal() throws Exception {
        try (SmallDisk disk = SmallDisk.on(store.home.backupFolder(), 4096)) {
            succeeded(store.backupAt("2022-06-29T08:30"));
            sell(20_000);
            disk.fillUpTo(Files.size(store.localSlot(8)) * 2);
            RunOutcome outcome = store.backupAt("2022-06-29T09:30");
            assertThat(outcome).isInstanceOf(RunOutcome.Partial.class);
            RunOutcome.Partial partial = (RunOutcome.Partial) outcome;
            assertThat(partial.faults()).extracting(fault -> fault.code()).containsExactly(FaultCode.LOCAL_FULL);
            assertThat(store.listener.noticeCodes()).contains(NoticeCode.WRITTEN_ELSEWHERE);
            assertThat(backupIn(store.terminalSlot(9))).isEqualTo(partial.manifest());
            assertThat(filledSlots(store.home.backupFolder())).containsExactly("08h");
            assertThat(StandingArchives.leftovers(store)).isEmpty();
        }
    }

    @Test
    void withNoOtherPlaceAFullDiskCostsNoSlot() throws Exception {
        store.alone();
        try (SmallDisk disk = SmallDisk.on(store.home.backupFolder(), 4096)) {
            succeeded(store.backupAt("2022-06-29T08:30"));
            sell(20_000);
            disk.fillUpTo(Files.size(store.localSlot(8)) * 2);
            RunOutcome outcome = store.backupAt("2022-06-29T09:30");
            assertThat(outcome).isInstanceOfSatisfying(RunOutcome.Failed.class,
                    failed -> assertThat(failed.fault().code()).isEqualTo(FaultCode.LOCAL_FULL));
            assertThat(filledSlots(store.home.backupFolder())).containsExactly("08h");
        }
    }

    private static void sell(int products) {
        server.execute("MCDados", "INSERT INTO produto (nome) SELECT md5(random()::text) || md5(random()::text)"
                + " FROM generate_series(1, " + products + ")");
    }

    private static long rows(String database) {
        return Long.parseLong(server.texts(database, "SELECT count(*)::text FROM produto").getFirst());
    }

    private static List<String> databases() {
        return server.texts("postgres",
                "SELECT datname FROM pg_database WHERE NOT datistemplate AND datname <> 'postgres' ORDER BY 1");
    }
}
