package br.com.dmbackup.destination.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.destination.FaultyDestination;
import br.com.dmbackup.testkit.destination.MemoryArchive;
import br.com.dmbackup.testkit.destination.Misbehaviour;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder behind everything that can go wrong: the old archive stays, or the caller's own check sees the lie. */
class FaultyDestinationTest {
    private static final ArchiveName SLOT = new ArchiveName("09h/MCDados.zip");

    @TempDir
    Path root;

    private final MemoryArchive old = MemoryArchive.of(500_000, 1);
    private final MemoryArchive fresh = MemoryArchive.of(600_000, 2);

    @Test
    void bytesThatGoWrongOnTheirWayAreCaughtByTheCheck() throws Exception {
        FaultyDestination faulty = withOld();
        for (Misbehaviour how : new Misbehaviour[]{new Misbehaviour.Truncates(599_999), new Misbehaviour.Truncates(0),
                new Misbehaviour.FlipsBit(0), new Misbehaviour.FlipsBit(599_999)}) {
            faulty.misbehave(how);
            assertFault(FaultCode.ARCHIVE_DAMAGED, () -> put(faulty));
            assertThat(root.resolve("09h/MCDados.zip")).hasBinaryContent(old.content());
        }
        faulty.behave();
        put(faulty);
        assertThat(root.resolve("09h/MCDados.zip")).hasBinaryContent(fresh.content());
    }

    @Test
    void aPlaceThatFillsUpKeepsTheOldArchive() {
        FaultyDestination faulty = withOld();
        faulty.misbehave(new Misbehaviour.FillsUp(300_000));

        assertFault(FaultCode.DESTINATION_FULL, () -> put(faulty));

        assertThat(root.resolve("09h/MCDados.zip")).hasBinaryContent(old.content());
        assertThat(faulty.sweep()).isZero();
    }

    @Test
    void aLieIsSeenOnlyByWhoLooksAgain() throws Exception {
        FaultyDestination faulty = withOld();
        faulty.misbehave(new Misbehaviour.Lies(false));
        put(faulty);
        try (var bytes = faulty.open(SLOT)) {
            assertFault(FaultCode.ARCHIVE_DAMAGED, () -> fresh.check().check(bytes));
        }
        faulty.misbehave(new Misbehaviour.Lies(true));
        put(faulty);
        try (var bytes = faulty.open(SLOT)) {
            assertThat(bytes.size()).isEqualTo(fresh.sizeBytes());
            assertFault(FaultCode.ARCHIVE_DAMAGED, () -> fresh.check().check(bytes));
        }
    }

    @Test
    void aPlaceThatIsAwayComesBack() {
        FaultyDestination faulty = withOld();
        faulty.misbehave(new Misbehaviour.Away());
        assertFault(FaultCode.DESTINATION_MISSING, () -> put(faulty));
        assertFault(FaultCode.DESTINATION_MISSING, faulty::list);
        faulty.misbehave(new Misbehaviour.Fails(FaultCode.DESTINATION_LOST));
        assertFault(FaultCode.DESTINATION_LOST, faulty::list);

        faulty.behave();

        assertThat(faulty.list()).hasSize(1);
    }

    @Test
    void aHangingPutEndsWhenInterruptedOrReleased() throws Exception {
        FaultyDestination faulty = withOld();
        faulty.misbehave(new Misbehaviour.Hangs());
        try (var threads = Executors.newSingleThreadExecutor()) {
            var interrupted = threads.submit(() -> assertFault(FaultCode.CANCELLED, () -> put(faulty)));
            faulty.awaitHanging();
            assertThat(interrupted).isNotDone();
            threads.shutdownNow();
        }
        faulty.release();
        put(faulty);
        assertThat(root.resolve("09h/MCDados.zip")).hasBinaryContent(fresh.content());
    }

    private FaultyDestination withOld() {
        var faulty = new FaultyDestination(new FolderDestination("terminal", root, Checkpoint.NONE));
        faulty.put(SLOT, old, old.check(), Progress.NONE);
        return faulty;
    }

    private void put(FaultyDestination destination) {
        destination.put(SLOT, fresh, fresh.check(), Progress.NONE);
    }

    private static void assertFault(FaultCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BackupFault.class,
                fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
