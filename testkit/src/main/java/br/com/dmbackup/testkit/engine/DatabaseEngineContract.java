package br.com.dmbackup.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.Dump;
import br.com.dmbackup.core.engine.DumpEnd;
import br.com.dmbackup.core.engine.FileDump;
import br.com.dmbackup.core.engine.Restore;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.core.engine.ServiceStatus;
import br.com.dmbackup.core.engine.StreamDump;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every law of {@link DatabaseEngine}, for whichever engine a subclass brings. The numbers are the laws'. */
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test.
public abstract class DatabaseEngineContract {
    @TempDir
    private Path folder;
    private Path staging;
    private LiveDatabase live;

    /** A new live database in this folder. */
    protected abstract LiveDatabase createLive(Path place);

    @BeforeEach
    void fill() throws IOException {
        staging = Files.createDirectory(folder.resolve("staging"));
        live = createLive(Files.createDirectory(folder.resolve("Farmácia")));
    }

    @AfterEach
    void letGo() {
        live.close();
    }

    @Test
    void law1_saysWithoutThrowingWhetherTheDatabaseCanBeUsed() {
        try (DatabaseEngine engine = engine()) {
            assertThat(engine.checkService()).isInstanceOf(ServiceStatus.Ready.class);
            try (LiveDatabase.Occupant locked = live.lock()) {
                assertThat(locked).isNotNull();
                live.lockedAs().ifPresentOrElse(code -> assertNotReady(engine, code),
                        () -> assertThat(engine.checkService()).isInstanceOf(ServiceStatus.Ready.class));
            }
            assertNotReady(engine, live.makeForeign());
            live.makeMissing();
            assertNotReady(engine, live.missingAs());
        }
    }

    @Test
    void law2_dumpsOneMomentWhileOthersWriteAndMakesNoneOfThemFail() {
        try (DatabaseEngine engine = engine(); LiveDatabase.Writer writer = live.startWriting()) {
            Path dump = folder.resolve("dump");
            DumpFiles.take(engine, staging, Progress.NONE, dump);
            restoreNew(engine, dump);
            assertThat(writer.commits()).isPositive();
            assertThat(writer.failures()).isZero();
        }
        assertThat(live.isWhole(live.unusedName())).isTrue();
    }

    @Test
    void law3_dumpsTheSameBytesAgainWhenNothingChanged() throws IOException {
        try (DatabaseEngine engine = engine()) {
            Path first = takeDump(engine, "first");
            assertThat(otherBlocks(first, takeDump(engine, "second"))).as("a header may tell the time")
                    .isLessThanOrEqualTo(live.blocksThatTellTheTime());
            live.changeALittle();
            assertThat(sameBlocks(first, takeDump(engine, "third"))).isGreaterThan(0.9);
        }
    }

    @Test
    void law5_givesItsSignOnceTheDumpIsWhole() {
        try (DatabaseEngine engine = engine()) {
            DumpEnd end = DumpFiles.take(engine, staging, Progress.NONE, folder.resolve("dump"));
            assertThat(end.sign()).isNotBlank();
        }
    }

    @Test
    void law6_leavesNothingInTheStagingFolderAndClosesTwice() throws IOException {
        try (DatabaseEngine engine = engine()) {
            Dump dump = engine.dump(staging, Progress.NONE);
            dump.close();
            dump.close();
            assertThat(staging).isEmptyDirectory();
            live.makeForeign();
            assertThatThrownBy(() -> engine.dump(staging, Progress.NONE).finish()).isInstanceOf(BackupFault.class);
            assertThat(staging).isEmptyDirectory();
        }
    }

    @Test
    void law7_countsTheRowsOfTheDumpsOwnMoment() {
        try (DatabaseEngine engine = engine()) {
            var before = live.rowCounts();
            try (Dump dump = engine.dump(staging, Progress.NONE)) {
                if (dump instanceof FileDump) {
                    live.changeALittle();
                    assertThat(live.rowCounts()).isNotEqualTo(before);
                    assertThat(dump.finish().rowCounts()).isIn(before, new TreeMap<String, Long>());
                }
                if (dump instanceof StreamDump stream && live.rowsAreCounted()) {
                    live.changeALittle();
                    DumpFiles.readToTheEnd(stream);
                    assertThat(dump.finish().rowCounts()).isIn(before, new TreeMap<String, Long>());
                }
            }
        }
    }

    @Test
    void law8_progressNeverFallsAndEndsAtItsTotal() {
        WatchedProgress progress = new WatchedProgress();
        try (DatabaseEngine engine = engine(); LiveDatabase.Writer writer = live.startWriting()) {
            assertThat(writer).isNotNull();
            DumpFiles.take(engine, staging, progress, folder.resolve("dump"));
        }
        assertThat(progress.everFell()).isFalse();
        if (progress.total() >= 0) {
            assertThat(progress.done()).isEqualTo(progress.total());
        }
    }

    @Test
    void law9_anInterruptEndsTheDumpAndLeavesTheDatabaseUsable() {
        try (DatabaseEngine engine = engine()) {
            WatchedProgress progress = new WatchedProgress(() -> Thread.currentThread().interrupt());
            assertCancelled(() -> DumpFiles.take(engine, staging, progress, folder.resolve("dump")));
            assertThat(staging).isEmptyDirectory();
            live.changeALittle();
            assertThat(engine.checkService()).isInstanceOf(ServiceStatus.Ready.class);
        }
    }

    @Test
    void law9_anInterruptEndsTheWaitForALock() {
        try (DatabaseEngine engine = engine(); LiveDatabase.Occupant locked = live.lock()) {
            assertThat(locked).isNotNull();
            Thread.currentThread().interrupt();
            assertCancelled(() -> DumpFiles.take(engine, staging, Progress.NONE, folder.resolve("dump")));
        }
    }

    @Test
    void law9_anInterruptEndsTheCheckOfARestore() {
        try (DatabaseEngine engine = engine()) {
            Path dump = takeDump(engine, "dump");
            SortedSet<String> before = live.everything();
            try (Restore restore = restore(engine, new RestoreTarget.NewDatabase(live.unusedName()), dump)) {
                Thread.currentThread().interrupt();
                assertCancelled(restore::finish);
            }
            assertThat(live.everything()).isEqualTo(before);
        }
    }

    @Test
    void law10_refusesANewDatabaseWhereOneIs() {
        try (DatabaseEngine engine = engine()) {
            Path dump = takeDump(engine, "dump");
            restoreNew(engine, dump);
            live.changeALittle();
            var rows = live.rowCounts();
            assertFault(FaultCode.RESTORE_TARGET_EXISTS,
                    () -> finishRestore(engine, new RestoreTarget.NewDatabase(live.name()), dump));
            assertThat(live.rowCounts()).isEqualTo(rows);
        }
    }

    @Test
    void law11_givesTheFinalNameOnlyAfterFinish() {
        try (DatabaseEngine engine = engine()) {
            Path dump = takeDump(engine, "dump");
            try (Restore restore = restore(engine, new RestoreTarget.NewDatabase(live.unusedName()), dump)) {
                assertThat(live.isWhole(live.unusedName())).isFalse();
                RestoredDatabase restored = restore.finish();
                assertThat(restored.name()).isEqualTo(live.unusedName());
                assertThat(restored.rowCounts())
                        .isEqualTo(live.rowsAreCounted() ? live.rowCounts() : new TreeMap<String, Long>());
            }
            assertThat(live.isWhole(live.unusedName())).isTrue();
        }
    }

    @Test
    void law11_leavesNothingWithoutFinish() {
        SortedSet<String> before = live.everything();
        try (DatabaseEngine engine = engine()) {
            Path dump = takeDump(engine, "dump");
            List<RestoreTarget> targets = new ArrayList<>(
                    List.of(new RestoreTarget.NewDatabase(live.unusedName()), new RestoreTarget.Scratch()));
            if (live.replaceable()) {
                targets.add(new RestoreTarget.Replacement());
            }
            for (RestoreTarget target : targets) {
                Restore restore = restore(engine, target, dump);
                restore.close();
                restore.close();
                assertThat(live.everything()).isEqualTo(before);
            }
        }
    }

    @Test
    void law12_refusesBytesThatAreNoWholeDump() throws IOException {
        SortedSet<String> before = live.everything();
        try (DatabaseEngine engine = engine()) {
            Path dump = takeDump(engine, "dump");
            assertRefused(engine, Files.writeString(folder.resolve("text"), "isto não é um banco\n".repeat(1000)),
                    FaultCode.NOT_A_DATABASE);
            assertRefused(engine, Files.write(folder.resolve("zeros"), new byte[65_536]), FaultCode.NOT_A_DATABASE);
            assertRefused(engine, Files.write(folder.resolve("nothing"), new byte[0]), FaultCode.NOT_A_DATABASE);
            Path cut = folder.resolve("cut");
            byte[] bytes = Files.readAllBytes(dump);
            Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
            assertRefused(engine, cut, FaultCode.RESTORED_DATABASE_DAMAGED);
            live.damageInside(dump);
            assertRefused(engine, dump, FaultCode.RESTORED_DATABASE_DAMAGED);
        }
        assertThat(live.everything()).isEqualTo(before);
    }

    @Test
    void law13_swapsInTheNewAndKeepsTheOldWhole() {
        assumeReplaceable();
        try (DatabaseEngine engine = engine()) {
            Path dump = takeDump(engine, "dump");
            var then = live.rowCounts();
            live.changeALittle();
            RestoredDatabase replacement = finishRestore(engine, new RestoreTarget.Replacement(), dump);
            Optional<String> kept = engine.swapIn(replacement);
            assertThat(live.rowCounts()).isEqualTo(then);
            assertThat(live.isWhole(live.name())).isTrue();
            assertThat(kept).isPresent().hasValueSatisfying(name -> assertThat(live.isWhole(name)).isTrue());
        }
    }

    @Test
    void law13_refusesToSwapADatabaseInUseAndChangesNothing() {
        assumeReplaceable();
        try (DatabaseEngine engine = engine()) {
            Path dump = takeDump(engine, "dump");
            RestoredDatabase replacement = finishRestore(engine, new RestoreTarget.Replacement(), dump);
            live.changeALittle();
            var rows = live.rowCounts();
            SortedSet<String> before = live.everything();
            try (LiveDatabase.Occupant user = live.use()) {
                assertThat(user).isNotNull();
                assertFault(FaultCode.DATABASE_IN_USE, () -> engine.swapIn(replacement));
            }
            assertThat(live.everything()).isEqualTo(before);
            assertThat(live.rowCounts()).isEqualTo(rows);
            engine.drop(replacement);
        }
    }

    @Test
    void law13_keepsTheDatabaseReachableWhenTheSwapBreaksInTheMiddle() {
        assumeReplaceable();
        AtomicBoolean reached = new AtomicBoolean();
        try (DatabaseEngine engine = live.engine(step -> {
            if (step == Step.RESTORE_OLD_ASIDE) {
                reached.set(true);
                throw new IllegalStateException("power cut");
            }
        })) {
            Path dump = takeDump(engine, "dump");
            RestoredDatabase replacement = finishRestore(engine, new RestoreTarget.Replacement(), dump);
            assertThatThrownBy(() -> engine.swapIn(replacement)).isInstanceOf(RuntimeException.class);
            assertThat(reached).isTrue();
            engine.dropLeftovers();
            assertThat(live.isWhole(live.name())).isTrue();
        }
    }

    @Test
    void law13_swapsInWhereTheLiveDatabaseIsMissingOrDamaged() {
        assumeReplaceable();
        try (DatabaseEngine engine = engine()) {
            Path dump = takeDump(engine, "dump");
            live.makeDamaged();
            assertThat(engine.swapIn(finishRestore(engine, new RestoreTarget.Replacement(), dump))).isPresent();
            assertThat(live.isWhole(live.name())).isTrue();
            live.makeMissing();
            assertThat(engine.swapIn(finishRestore(engine, new RestoreTarget.Replacement(), dump))).isEmpty();
            assertThat(live.isWhole(live.name())).isTrue();
        }
    }

    @Test
    void law13_saysBeforehandWhereNothingCanBeReplaced() {
        try (DatabaseEngine engine = engine()) {
            if (live.replaceable()) {
                engine.requireReplaceable();
            } else {
                assertFault(FaultCode.RESTORE_NEEDS_TARGET, engine::requireReplaceable);
                assertFault(FaultCode.RESTORE_NEEDS_TARGET,
                        () -> engine.restore(new RestoreTarget.Replacement(), 1, staging));
            }
        }
    }

    @Test
    void law14_dropsWhatDeadProcessesLeftAndNothingElse() {
        try (DatabaseEngine engine = engine()) {
            Path dump = takeDump(engine, "dump");
            RestoredDatabase needed = finishRestore(engine, new RestoreTarget.Scratch(), dump);
            SortedSet<String> before = live.everything();
            if (live.replaceable()) {
                String left = live.leaveLeftover();
                assertThat(live.everything()).contains(left);
                assertThat(engine.dropLeftovers()).singleElement().asString().contains(left);
            }
            assertThat(live.everything()).isEqualTo(before);
            assertThat(live.isWhole(needed.name())).isTrue();
            engine.drop(needed);
            assertThat(engine.dropLeftovers()).isEmpty();
            assertThat(live.isWhole(live.name())).isTrue();
        }
    }

    @Test
    void law15_recognisesItsDumpsByTheirFirstBytes() throws IOException {
        try (DatabaseEngine engine = engine()) {
            byte[] dump = Files.readAllBytes(takeDump(engine, "dump"));
            assertThat(engine.recognises(Arrays.copyOf(dump, Math.min(dump.length, 4096)))).isTrue();
            assertThat(engine.recognises(new byte[4096])).isFalse();
            assertThat(engine.recognises(new byte[0])).isFalse();
            assertThat(engine.recognises("não é um banco ".repeat(200).getBytes(StandardCharsets.UTF_8))).isFalse();
        }
    }

    @Test
    void law16_tellsEveryFailureAsAFaultWithTheVendorsCode() {
        try (DatabaseEngine engine = engine()) {
            BackupFault foreign = assertFault(live.makeForeign(),
                    () -> engine.dump(staging, Progress.NONE).finish());
            assertThat(foreign.foreignCode()).isPresent();
            live.makeMissing();
            assertFault(live.missingAs(), engine::facts);
        }
    }

    @Test
    void law18_overwritesTheLiveDatabaseOrRefusesTo() {
        try (DatabaseEngine engine = engine()) {
            if (!engine.canOverwrite()) {
                assertFault(FaultCode.IN_PLACE_UNSUPPORTED,
                        () -> engine.restore(new RestoreTarget.InPlace(), 1, staging));
                return;
            }
            Path dump = takeDump(engine, "dump");
            var then = live.rowCounts();
            live.changeALittle();
            SortedSet<String> before = live.everything();
            RestoredDatabase back = finishRestore(engine, new RestoreTarget.InPlace(), dump);
            assertThat(back.rowCounts()).isEqualTo(live.rowsAreCounted() ? then : new TreeMap<String, Long>());
            assertThat(live.rowCounts()).isEqualTo(then);
            assertThat(live.isWhole(live.name())).isTrue();
            assertThat(live.everything()).isEqualTo(before);
        }
    }

    private void assumeReplaceable() {
        Assumptions.assumeTrue(live.replaceable(), "this engine has no live database that could be replaced");
    }

    private DatabaseEngine engine() {
        return live.engine(Checkpoint.NONE);
    }

    private Path takeDump(DatabaseEngine engine, String name) {
        Path file = folder.resolve(name);
        DumpFiles.take(engine, staging, Progress.NONE, file);
        return file;
    }

    private Restore restore(DatabaseEngine engine, RestoreTarget target, Path dump) {
        Restore restore = engine.restore(target, dump.toFile().length(), staging);
        DumpFiles.feed(dump, restore);
        return restore;
    }

    private RestoredDatabase finishRestore(DatabaseEngine engine, RestoreTarget target, Path dump) {
        try (Restore restore = restore(engine, target, dump)) {
            return restore.finish();
        }
    }

    private void restoreNew(DatabaseEngine engine, Path dump) {
        finishRestore(engine, new RestoreTarget.NewDatabase(live.unusedName()), dump);
    }

    private void assertRefused(DatabaseEngine engine, Path dump, FaultCode code) {
        assertFault(code, () -> finishRestore(engine, new RestoreTarget.NewDatabase(live.unusedName()), dump));
    }

    private static void assertNotReady(DatabaseEngine engine, FaultCode code) {
        assertThat(engine.checkService()).isInstanceOfSatisfying(ServiceStatus.NotReady.class,
                status -> assertThat(status.fault().code()).isEqualTo(code));
    }

    private static BackupFault assertFault(FaultCode code, ThrowingCallable call) {
        BackupFault fault = catchThrowableOfType(BackupFault.class, call);
        assertThat(fault).as("fault").isNotNull();
        assertThat(fault.code()).isEqualTo(code);
        return fault;
    }

    /** The call must end in time; the flag that it was interrupted is taken away for the rest of the test. */
    private static void assertCancelled(ThrowingCallable call) {
        long begin = System.nanoTime();
        try {
            assertFault(FaultCode.CANCELLED, call);
        } finally {
            Thread.interrupted();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    private static long otherBlocks(Path one, Path other) throws IOException {
        byte[] a = Files.readAllBytes(one);
        byte[] b = Files.readAllBytes(other);
        assertThat(b.length).isEqualTo(a.length);
        int block = 4096;
        return Stream.iterate(0, at -> at < a.length, at -> at + block).filter(at -> !Arrays.equals(a, at,
                Math.min(at + block, a.length), b, at, Math.min(at + block, b.length))).count();
    }

    private static double sameBlocks(Path one, Path other) throws IOException {
        byte[] a = Files.readAllBytes(one);
        byte[] b = Files.readAllBytes(other);
        int block = 4096;
        long blocks = a.length / block;
        long same = Stream.iterate(0, at -> at + block <= Math.min(a.length, b.length), at -> at + block)
                .filter(at -> Arrays.equals(a, at, at + block, b, at, at + block)).count();
        return blocks == 0 ? 0 : (double) same / blocks;
    }
}
