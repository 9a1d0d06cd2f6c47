package br.com.dmbackup.engine.postgresql;

import static br.com.dmbackup.engine.postgresql.PostgresScene.fault;
import static br.com.dmbackup.engine.postgresql.PostgresScene.soon;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.disk.SmallDisk;
import br.com.dmbackup.testkit.engine.DumpFiles;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever can happen to a server, a tool or a login before and during a dump. */
class PostgresTroubleTest {
    @TempDir
    private Path folder;
    private PostgresScene scene;

    @BeforeEach
    void begin() {
        scene = new PostgresScene(folder);
    }

    @AfterEach
    void end() {
        scene.close();
    }

    @Test
    void tellsOfAKilledDump() {
        try (SnapshotDump dump = scene.begunDump()) {
            ProcessHandle.of(dump.processIds().getFirst()).orElseThrow().destroyForcibly();
            DumpFiles.readToTheEnd(dump);
            BackupFault fault = fault(FaultCode.DUMP_FAILED, dump::finish);
            assertThat(fault.foreignCode()).contains("pg_dump: exit 137");
        }
        assertThat(scene.staging).isEmptyDirectory();
    }

    @Test
    void tellsOfAKilledProof() {
        try (SnapshotDump dump = scene.begunDump()) {
            ProcessHandle.of(dump.processIds().getLast()).orElseThrow().destroyForcibly();
            DumpFiles.readToTheEnd(dump);
            fault(FaultCode.DUMP_INCOMPLETE, dump::finish);
        }
    }

    @Test
    void doesNotTakeAStreamForWholeThatNobodyReadToItsEnd() {
        try (SnapshotDump dump = scene.begunDump()) {
            fault(FaultCode.DUMP_INCOMPLETE, dump::finish);
        }
    }

    @Test
    void tellsOfAServerThatStopsOrRestartsUnderTheDump() {
        try (SnapshotDump dump = scene.begunDump()) {
            scene.server.stop();
            DumpFiles.readToTheEnd(dump);
            BackupFault fault = fault(FaultCode.SERVER_UNREACHABLE, dump::finish);
            assertThat(fault.foreignCode()).contains("08001");
            assertThat(fault.details()).isNotEmpty();
            fault(FaultCode.SERVER_UNREACHABLE, scene.engine::facts);
            assertThat(scene.notReady().code()).isEqualTo(FaultCode.SERVER_UNREACHABLE);
        } finally {
            scene.server.launch();
        }
        try (SnapshotDump dump = scene.begunDump()) {
            scene.server.crash();
            scene.server.launch();
            DumpFiles.readToTheEnd(dump);
            fault(FaultCode.SERVER_UNREACHABLE, dump::finish);
        }
        assertThat(scene.staging).isEmptyDirectory();
        scene.dumpFile("afterwards");
    }

    @Test
    void tellsOfAChangedPasswordAndOfALoginThatIsNotLetIn() {
        String login = Sql.quoted(SharedServer.LOGIN);
        try {
            scene.server.execute("postgres", "ALTER ROLE " + login + " PASSWORD 'outra'");
            assertThat(scene.notReady().code()).isEqualTo(FaultCode.LOGIN_REFUSED);
            assertThat(scene.notReady().foreignCode()).contains("28P01");
            fault(FaultCode.LOGIN_REFUSED, () -> scene.engine.dump(scene.staging, Progress.NONE));
            scene.server.execute("postgres", "ALTER ROLE " + login + " NOLOGIN PASSWORD "
                    + Sql.literal(SharedServer.PASSWORD));
            assertThat(scene.notReady().foreignCode()).contains("28000");
            scene.server.execute("postgres", "ALTER ROLE " + login + " LOGIN CONNECTION LIMIT 0");
            assertThat(scene.notReady().code()).isEqualTo(FaultCode.SERVER_BUSY);
        } finally {
            scene.server.execute("postgres", "ALTER ROLE " + login + " LOGIN CONNECTION LIMIT -1 PASSWORD "
                    + Sql.literal(SharedServer.PASSWORD));
        }
    }

    @Test
    void tellsOfAPasswordThatIsChangedBetweenItsOwnSessionAndThatOfTheTool() {
        String login = Sql.quoted(SharedServer.LOGIN);
        try (Snapshot snapshot = snapshot();
                ToolAccess access = ToolAccess.to(PostgresLive.login(scene.server), PostgresLive.NAME,
                        scene.staging)) {
            scene.server.execute("postgres", "ALTER ROLE " + login + " PASSWORD 'outra'");
            Tools tools = ToolSearch.here(java.util.Optional.empty()).fitting(new ToolVersion(15, 0));
            ToolFaults faults = new ToolFaults(PostgresLive.NAME, scene.engine::checkService);
            try (SnapshotDump dump = SnapshotDump.start(new SnapshotDump.DumpOrder(PostgresLive.NAME, tools, faults,
                    new PostgresFaults(PostgresLive.login(scene.server))), snapshot, access)) {
                DumpFiles.readToTheEnd(dump);
                BackupFault fault = fault(FaultCode.LOGIN_REFUSED, dump::finish);
                assertThat(fault.details()).anyMatch(line -> line.contains("password authentication failed"));
            }
        } finally {
            scene.server.execute("postgres", "ALTER ROLE " + login + " PASSWORD "
                    + Sql.literal(SharedServer.PASSWORD));
        }
    }

    @Test
    void namesTheTableThatMayNotBeReadAndTheGrantThatHelps() {
        scene.server.execute(PostgresLive.NAME, "CREATE TABLE segredo (i int)");
        BackupFault fault = fault(FaultCode.PERMISSION_MISSING, () -> scene.engine.dump(scene.staging, Progress.NONE));
        assertThat(fault.arguments()[1]).isEqualTo("public.segredo");
        assertThat(fault.arguments()[2])
                .isEqualTo("GRANT SELECT ON ALL TABLES IN SCHEMA public TO \"Loja Backup\";");
        assertThat(scene.notReady().code()).isEqualTo(FaultCode.PERMISSION_MISSING);
    }

    @Test
    void dumpsWithNoMoreThanTheRightToRead() {
        scene.server.execute("postgres", "CREATE ROLE leitor LOGIN PASSWORD 'x'", "GRANT pg_read_all_data TO leitor");
        try {
            PostgresServer reader = new PostgresServer(scene.server.host(), scene.server.port(), "leitor",
                    java.util.Optional.of(new br.com.dmbackup.core.backup.Secret("x".toCharArray())), "prefer",
                    java.util.Optional.empty());
            scene.server.execute(PostgresLive.NAME, "SELECT lo_unlink(oid) FROM pg_largeobject_metadata");
            try (PostgresEngine engine = new PostgresEngine("MCDados", reader, PostgresLive.NAME,
                    java.util.Optional.empty(), java.time.Clock.systemUTC(),
                    br.com.dmbackup.core.backup.Checkpoint.NONE)) {
                assertThat(DumpFiles.take(engine, scene.staging, Progress.NONE, folder.resolve("read")).rowCounts())
                        .isEqualTo(scene.live.rowCounts());
            }
        } finally {
            scene.server.execute("postgres", "DROP ROLE leitor");
        }
    }

    @Test
    void anInterruptEndsTheToolsAndTheirSessionsInTime() {
        SnapshotDump dump = scene.begunDump();
        List<ProcessHandle> children = dump.processIds().stream().map(pid -> ProcessHandle.of(pid).orElseThrow())
                .toList();
        Thread reader = Thread.currentThread();
        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(reader::interrupt);
        long begin = System.nanoTime();
        try (dump) {
            fault(FaultCode.CANCELLED, () -> {
                while (true) {
                    dump.stream().read(ByteBuffer.allocate(1));
                }
            });
        } finally {
            Thread.interrupted();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        soon(() -> scene.sessions() == 0);
        assertThat(scene.staging).isEmptyDirectory();
    }

    @Test
    void aFullDiskUnderTheReaderLeavesNothingBehind() throws Exception {
        try (SmallDisk disk = SmallDisk.on(folder.resolve("disk"), 4 * 1024)) {
            List<ProcessHandle> children;
            try (SnapshotDump dump = scene.begunDump();
                    var out = java.nio.file.Files.newOutputStream(disk.folder().resolve("o"))) {
                children = dump.processIds().stream().map(pid -> ProcessHandle.of(pid).orElseThrow()).toList();
                org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> java.nio.channels.Channels.newInputStream(dump.stream()).transferTo(out))
                        .isInstanceOf(java.io.IOException.class);
            }
            assertThat(children).noneMatch(ProcessHandle::isAlive);
        }
        soon(() -> scene.sessions() == 0);
        assertThat(scene.staging).isEmptyDirectory();
    }

    private Snapshot snapshot() {
        try {
            return Snapshot.take(PostgresLive.login(scene.server), PostgresLive.NAME);
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
