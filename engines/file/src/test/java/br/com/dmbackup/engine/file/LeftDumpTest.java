package br.com.dmbackup.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.engine.DumpEnd;
import br.com.dmbackup.core.engine.opaque.DumpMarks;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.engine.DumpingProgram;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the file of another program while it is read. */
class LeftDumpTest {
    private static final DumpMarks NONE = new DumpMarks(Optional.empty(), Optional.empty());
    private static final int BYTES = 300_000;

    @TempDir
    Path folder;
    private Path file = Path.of("");
    private DumpingProgram program = new DumpingProgram(file, 100);

    @BeforeEach
    void leaveADump() throws IOException {
        file = folder.resolve("MCDados.bak");
        program = new DumpingProgram(file, BYTES);
        program.dump();
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T09:00:00Z")));
    }

    /** Something that happens to a file. */
    @FunctionalInterface
    interface Event {
        void happens() throws IOException;
    }

    @Test
    void aFileThatWasLeftAloneIsWholeAndTellsItsOwnMoment() throws IOException {
        byte[] before = Files.readAllBytes(file);
        DumpEnd end = read(NONE, () -> {});
        assertThat(end.madeAt()).contains(Instant.parse("2026-01-01T09:00:00Z"));
        assertThat(end.sign()).contains("MCDados.bak");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(Instant.parse("2026-01-01T09:00:00Z"));
        assertThat(folder).isDirectoryContaining(file::equals);
    }

    @Test
    void aWriterThatStartsAgainInTheMiddleOfTheReadingIsNoticed() {
        assertIncomplete(NONE, () -> {
            program.change();
            program.begin();
        });
    }

    @Test
    void aWholeNewDumpInTheMiddleOfTheReadingIsNoticedToo() {
        assertIncomplete(NONE, () -> {
            program.change();
            program.dump();
        });
    }

    @Test
    void oneByteChangedInPlaceIsNoticedByItsTime() {
        assertIncomplete(NONE, () -> {
            try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
                raw.seek(BYTES - 10);
                raw.write(1);
            }
        });
    }

    @Test
    void aFileThatGrewIsNotTheOneThatStoodStill() {
        assertIncomplete(NONE, () -> SettlingTest.append(file));
    }

    @Test
    void anotherFileOfTheSameLengthAndTimeUnderTheNameIsNoticed() {
        assertIncomplete(NONE, () -> {
            Path other = Files.copy(file, folder.resolve("outro"), StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
        });
    }

    @Test
    void aFileThatIsGoneAfterwardsIsNotTrusted() {
        assertIncomplete(NONE, () -> Files.delete(file));
    }

    @Test
    void theTrailerMustStandAtTheEnd() throws IOException {
        assertThat(read(FileLive.MARKS, () -> {}).sign()).isNotBlank();
        assertIncomplete(new DumpMarks(Optional.empty(), Optional.of("-- Dump terminado")), () -> {});
    }

    @Test
    void aDumpThatNobodyReadToItsEndIsNotWhole() throws IOException {
        try (LeftDump dump = open(NONE)) {
            assertThatThrownBy(dump::finish).isInstanceOfSatisfying(BackupFault.class,
                    fault -> assertThat(fault.code()).isEqualTo(FaultCode.DUMP_INCOMPLETE));
        }
        assertThat(file).exists();
    }

    private LeftDump open(DumpMarks marks) throws IOException {
        return new LeftDump(Sight.of(file), marks, FileChannel.open(file));
    }

    private DumpEnd read(DumpMarks marks, Event inTheMiddle) throws IOException {
        try (LeftDump dump = open(marks)) {
            ByteBuffer piece = ByteBuffer.allocate(BYTES / 3);
            assertThat(dump.stream().read(piece)).isPositive();
            inTheMiddle.happens();
            while (dump.stream().read(piece.clear()) >= 0) {
                assertThat(piece.position()).isPositive();
            }
            return dump.finish();
        } finally {
            program.close();
        }
    }

    private void assertIncomplete(DumpMarks marks, Event inTheMiddle) {
        assertThatThrownBy(() -> read(marks, inTheMiddle)).isInstanceOfSatisfying(BackupFault.class,
                fault -> assertThat(fault.code()).isEqualTo(FaultCode.DUMP_INCOMPLETE));
    }
}
