package br.com.dmbackup.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.Dump;
import br.com.dmbackup.core.engine.DumpEnd;
import br.com.dmbackup.core.engine.FileDump;
import br.com.dmbackup.core.engine.ServiceStatus;
import br.com.dmbackup.core.engine.StreamDump;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The laws of asking and of dumping: 1 to 9 and 15 to 17. */
abstract class DumpLaws extends EngineLaws {
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
    void law17_hasTheVendorsProgramFindDamageAndChangeNothing() throws IOException {
        try (DatabaseEngine engine = engine(); Dump dump = engine.dump(staging, Progress.NONE)) {
            if (dump instanceof FileDump file) {
                byte[] before = Files.readAllBytes(file.file());
                boolean checks = dump.check(Progress.NONE);
                assertThat(Files.readAllBytes(file.file())).isEqualTo(before);
                live.damageInside(file.file());
                if (checks) {
                    assertFault(FaultCode.DUMP_DAMAGED, () -> dump.check(Progress.NONE));
                }
            }
        }
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
