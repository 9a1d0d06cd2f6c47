package br.com.dmbackup.engine.sqlserver.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.engine.FileDump;
import br.com.dmbackup.engine.sqlserver.Aside;
import br.com.dmbackup.engine.sqlserver.Scene;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import br.com.dmbackup.testkit.sqlserver.statement.Hold;
import br.com.dmbackup.testkit.sqlserver.statement.Moment;
import br.com.dmbackup.testkit.sqlserver.statement.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backup does not come about: each time with its reason, without a file, and the server goes on. */
class DumpTroubleTest {
    private static final Duration SECONDS = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofMillis(300);
    @TempDir
    private Path folder;
    private Scene scene;

    @BeforeEach
    void open() {
        scene = new Scene(folder);
    }

    @AfterEach
    void close() {
        assertThat(scene.staging).isEmptyDirectory();
        try (FileDump again = scene.dump(Progress.NONE)) {
            assertThat(again.finish().sign()).as("the server is usable").isNotBlank();
        } finally {
            scene.close();
        }
        assertThat(scene.staging).isEmptyDirectory();
    }

    @Test
    void namesBothAccountsAndTheCommandWhereTheServerMayNotWrite() {
        scene.instance.disk().close(scene.staging);
        BackupFault fault = fault(FaultCode.STAGING_DENIED, "3201");
        assertThat(fault.arguments()).startsWith(scene.staging.toString(), "mssql", System.getProperty("user.name"));
        assertThat((String) fault.arguments()[3]).startsWith("sudo setfacl -m u:mssql:rwx").contains(
                "'" + scene.staging + "'");
        scene.instance.claimWindows("NT Service\\MSSQL$SQLEXPRESS");
        assertThat((String) fault(FaultCode.STAGING_DENIED, "3201").arguments()[3])
                .contains("/grant \"NT Service\\MSSQL$SQLEXPRESS:(OI)(CI)M\"");
        scene.instance.disk().open(scene.staging);
    }

    @Test
    void saysThatTheServerDoesNotKnowTheFolder() {
        scene.staging(scene.staging, "/nowhere/staging");
        assertThat(fault(FaultCode.STAGING_MISSING, "3201").arguments()).containsExactly("/nowhere/staging", "mssql");
        scene.staging(null, null);
    }

    @Test
    void saysThatWeDoNotKnowTheFolder() {
        scene.staging(folder.resolve("nowhere"), scene.staging.toString());
        assertThat(fault().code()).isEqualTo(FaultCode.STAGING_MISSING);
        scene.staging(null, null);
    }

    @Test
    void saysThatTheServerWritesElsewhere() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        scene.staging(elsewhere, scene.staging.toString());
        assertThat(fault().code()).isEqualTo(FaultCode.DUMP_VANISHED);
        assertThat(elsewhere).isEmptyDirectory();
        scene.staging(null, null);
        // What the server wrote where nobody of us looks, nobody of us can clean.
        clear(scene.staging);
    }

    @Test
    void clearsAwayHalfAFileWhereTheDiskRunsFull() {
        scene.instance.disk().setFree(300_000);
        BackupFault fault = fault(FaultCode.SERVER_DISK_FULL, "3202");
        assertThat(fault.foreignCode().orElseThrow()).contains("112");
        scene.instance.disk().setFree(1L << 30);
        scene.troubles().plan("BACKUP", Moment.at(50), Trouble.error(ServerMessage.of(3271, "D:\\x.bak",
                "112(Es steht nicht genug Speicherplatz auf dem Datenträger zur Verfügung.)"),
                ServerMessage.of(3013,
                        "BACKUP DATABASE")));
        assertThat(fault(FaultCode.SERVER_DISK_FULL, "3271").foreignCode().orElseThrow()).contains("112");
    }

    @Test
    void saysThatAnotherBackupIsRunning() {
        Hold hold = scene.troubles().hold("BACKUP", Moment.at(50));
        Aside<FileDump> first = Aside.run(() -> scene.dump(Progress.NONE));
        assertThat(hold.awaitReached(Scene.PATIENCE)).isTrue();
        assertThat(fault().foreignCode().orElseThrow()).contains("3023");
        hold.release();
        first.result().close();
    }

    @Test
    void takesNoFileOfAServerThatStopsMeanwhile() {
        scene.troubles().plan("BACKUP", Moment.at(50), Trouble.outside(scene.server::stop));
        assertThat(fault().code()).isEqualTo(FaultCode.SERVER_UNREACHABLE);
        scene.server.startAgain();
    }

    @Test
    void takesNoFileOfAConnectionThatBreaksAtTheVeryEnd() {
        scene.troubles().plan("BACKUP", Moment.END, Trouble.cut());
        assertThat(fault().code()).isEqualTo(FaultCode.SERVER_UNREACHABLE);
    }

    @Test
    void takesNoFileAfterAFatalError() {
        scene.troubles().plan("BACKUP", Moment.at(50), Trouble.error(ServerMessage.of(823, "21(not ready)", "D:\\x")));
        assertThat(fault().foreignCode().orElseThrow()).contains("823");
    }

    @Test
    void makesAServerStopThatFellSilent() {
        scene.troubles().hold("BACKUP", Moment.at(50));
        scene.waiting(SOON, SECONDS, SECONDS);
        assertThat(fault().code()).isEqualTo(FaultCode.SERVER_SILENT);
        scene.waiting(SECONDS, SECONDS, SECONDS);
    }

    @Test
    void cutsOffAServerThatFellSilentAndIsDeaf() {
        Hold hang = scene.troubles().hang("BACKUP", Moment.at(50));
        scene.waiting(SOON, SECONDS, SOON);
        assertThat(fault().code()).isEqualTo(FaultCode.SERVER_SILENT);
        scene.waiting(SECONDS, SECONDS, SECONDS);
        letGo(hang);
    }

    @Test
    void waitsForNoAnswerForEver() {
        Hold hang = scene.troubles().hang("SELECT SUM", Moment.START);
        scene.waiting(SOON, SECONDS, SOON);
        assertThat(fault().code()).isEqualTo(FaultCode.SERVER_UNREACHABLE);
        scene.waiting(SECONDS, SECONDS, SECONDS);
        hang.release();
    }

    @Test
    void endsWithinSecondsWhenCancelled() {
        Hold hold = scene.troubles().hold("BACKUP", Moment.at(50));
        Aside<FileDump> dump = Aside.run(() -> scene.dump(Progress.NONE));
        assertThat(hold.awaitReached(Scene.PATIENCE)).isTrue();
        assertThat(dump.interrupt().failureWithin(SECONDS)).isInstanceOfSatisfying(BackupFault.class,
                fault -> assertThat(fault.code()).isEqualTo(FaultCode.CANCELLED));
    }

    @Test
    void endsWithinSecondsWhenCancelledThoughTheServerIsDeaf() {
        Hold hang = scene.troubles().hang("BACKUP", Moment.at(50));
        Aside<FileDump> dump = Aside.run(() -> scene.dump(Progress.NONE));
        assertThat(hang.awaitReached(Scene.PATIENCE)).isTrue();
        assertThat(dump.interrupt().failureWithin(SECONDS)).isInstanceOfSatisfying(BackupFault.class,
                fault -> assertThat(fault.code()).isEqualTo(FaultCode.CANCELLED));
        letGo(hang);
    }

    @Test
    void hearsAnErrorBehindRows() {
        scene.troubles().plan("BACKUP", Moment.END,
                Trouble.errorBehindRows(ServerMessage.of(3204)));
        assertThat(fault().foreignCode().orElseThrow()).contains("3204");
    }

    @Test
    void believesNothingWithoutTheServersSign() {
        scene.troubles().plan("BACKUP", Moment.at(100), Trouble.ended());
        BackupFault fault = fault();
        assertThat(fault.code()).isEqualTo(FaultCode.DUMP_INCOMPLETE);
        assertThat(fault.foreignCode().orElseThrow()).contains("3014");
    }

    @Test
    void tellsOfADamagedPageInTheLiveDatabase() {
        scene.live.damage(20);
        assertThat(fault().foreignCode().orElseThrow()).contains("3043");
        scene.live.damage(-1);
    }

    @Test
    void tellsThatTheFileVanishedBeforeAnybodyReadIt() {
        scene.troubles().plan("BACKUP", Moment.END, Trouble.outside(() -> clear(scene.staging)));
        assertThat(fault().code()).isEqualTo(FaultCode.DUMP_VANISHED);
        try (FileDump dump = scene.dump(Progress.NONE)) {
            clear(scene.staging);
            assertVanished(dump::bytes);
            assertVanished(dump::open);
            assertVanished(dump::finish);
        }
    }

    @Test
    void saysWhatWeAreDeniedInOurOwnFolder() throws Exception {
        try (Session session = Session.open(scene.address(), Session.MASTER)) {
            StagingTrouble trouble = new StagingTrouble(scene.access(), session, scene.staging, "D:\\staging");
            AccessDeniedException denied = new AccessDeniedException(scene.staging.toString());
            for (BackupFault fault : List.of(trouble.ofFolder(denied),
                    trouble.ofFile(scene.staging.resolve("x.bak"), denied))) {
                assertThat(fault.code()).isEqualTo(FaultCode.STAGING_DENIED);
                assertThat(fault.arguments()).startsWith(scene.staging.toString(), "mssql",
                        System.getProperty("user.name"));
                assertThat((String) fault.arguments()[3]).doesNotContain("mssql");
            }
        }
    }

    @Test
    void neverRunsWithinATransaction() {
        AtomicInteger transactions = new AtomicInteger();
        for (String beginning : List.of("set implicit", "BEGIN TRAN")) {
            scene.troubles().planAlways(beginning, Moment.START, Trouble.outside(transactions::incrementAndGet));
        }
        try (FileDump dump = scene.dump(Progress.NONE)) {
            dump.finish();
        }
        assertThat(transactions).hasValue(0);
    }

    private static void assertVanished(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThat(catchThrowableOfType(BackupFault.class, call).code()).isEqualTo(FaultCode.DUMP_VANISHED);
    }

    private BackupFault fault(FaultCode code, String number) {
        BackupFault fault = fault();
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.foreignCode().orElseThrow()).contains(number);
        return fault;
    }

    private BackupFault fault() {
        BackupFault fault = catchThrowableOfType(BackupFault.class, () -> scene.dump(Progress.NONE).close());
        assertThat(fault).as("fault").isNotNull();
        return fault;
    }

    /** The server comes to itself, and notices that nobody is there. */
    private void letGo(Hold hang) {
        hang.release();
        long end = System.nanoTime() + Scene.PATIENCE.toNanos();
        while (!scene.live.begin()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
        scene.live.end();
    }

    private static void clear(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".bak")).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
