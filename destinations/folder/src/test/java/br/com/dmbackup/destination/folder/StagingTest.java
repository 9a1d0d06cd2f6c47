package br.com.dmbackup.destination.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.ArchiveSource;
import br.com.dmbackup.core.destination.Staging;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.destination.MemoryArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives written in place, and files copied by the kernel. */
class StagingTest {
    private static final ArchiveName SLOT = new ArchiveName("09h/MCDados.zip");

    private final MemoryArchive old = MemoryArchive.of(1000, 1);
    private final MemoryArchive fresh = MemoryArchive.of(2000, 2);

    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anArchiveWrittenInPlaceGetsItsNameAtTheCommit(boolean atomic) throws Exception {
        var destination = destination(atomic);
        destination.put(SLOT, old, old.check(), Progress.NONE);

        try (Staging staging = destination.stage(SLOT, 2000)) {
            assertThat(staging.file()).doesNotExist();
            Files.write(staging.file(), fresh.content());
            assertThat(root.resolve("09h/MCDados.zip")).hasBinaryContent(old.content());
            assertThat(destination.list()).hasSize(1);
            staging.commit(fresh.check());
        }

        assertThat(root.resolve("09h/MCDados.zip")).hasBinaryContent(fresh.content());
        assertThat(files()).containsExactly("09h/MCDados.zip");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anArchiveThatIsGivenUpLeavesNothing(boolean atomic) throws Exception {
        var destination = destination(atomic);
        destination.put(SLOT, old, old.check(), Progress.NONE);

        try (Staging staging = destination.stage(SLOT, 2000)) {
            Files.write(staging.file(), fresh.content());
        }

        assertThat(root.resolve("09h/MCDados.zip")).hasBinaryContent(old.content());
        assertThat(files()).containsExactly("09h/MCDados.zip");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anArchiveMayGetAnotherNameThanTheOneItWasBegunForWhichKeepsWhatStandsThere(boolean atomic) throws Exception {
        var destination = destination(atomic);
        var other = new ArchiveName("suspeito/09h/MCDados.zip");
        destination.put(SLOT, old, old.check(), Progress.NONE);
        destination.put(other, old, old.check(), Progress.NONE);

        try (Staging staging = destination.stage(SLOT, 2000)) {
            Files.write(staging.file(), fresh.content());
            assertThatThrownBy(() -> staging.commitAs(other, old.check())).isInstanceOf(BackupFault.class);
            assertThat(root.resolve("suspeito/09h/MCDados.zip")).hasBinaryContent(old.content());
        }
        try (Staging staging = destination.stage(SLOT, 2000)) {
            Files.write(staging.file(), fresh.content());
            staging.commitAs(other, fresh.check());
        }

        assertThat(root.resolve("09h/MCDados.zip")).hasBinaryContent(old.content());
        assertThat(root.resolve("suspeito/09h/MCDados.zip")).hasBinaryContent(fresh.content());
        assertThat(files()).containsExactlyInAnyOrder("09h/MCDados.zip", "suspeito/09h/MCDados.zip");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRefusedArchiveKeepsTheOldOne(boolean atomic) throws Exception {
        var destination = destination(atomic);
        destination.put(SLOT, old, old.check(), Progress.NONE);

        try (Staging staging = destination.stage(SLOT, 2000)) {
            Files.write(staging.file(), fresh.content());
            assertThatThrownBy(() -> staging.commit(old.check())).isInstanceOfSatisfying(BackupFault.class,
                    fault -> assertThat(fault.code()).isEqualTo(FaultCode.ARCHIVE_DAMAGED));
        }

        assertThat(root.resolve("09h/MCDados.zip")).hasBinaryContent(old.content());
        assertThat(files()).containsExactly("09h/MCDados.zip");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4 << 20, (9 << 20) + 1})
    void aFileIsCopiedInPiecesWithMovingProgress(int size) throws Exception {
        var content = MemoryArchive.of(size, 3);
        Path file = Files.write(root.resolve("source.bin"), content.content());
        var progress = new ArrayList<Long>();

        destination(true).put(SLOT, new FileSource(file), content.check(), (done, total) -> progress.add(done));

        assertThat(root.resolve("09h/MCDados.zip")).hasBinaryContent(content.content());
        assertThat(progress).isSorted().hasSizeGreaterThanOrEqualTo(size >> 22);
    }

    private FolderDestination destination(boolean atomic) {
        Function<String, Nature> natures = type -> new Nature(atomic, Long.MAX_VALUE);
        return new FolderDestination("local", root, Marker.NOT_NEEDED, Checkpoint.NONE, natures);
    }

    private Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).map(file -> root.relativize(file).toString()).toList().stream();
        }
    }

    private record FileSource(Path file) implements ArchiveSource {
        @Override
        public long sizeBytes() {
            return file.toFile().length();
        }

        @Override
        public Instant modifiedAt() {
            return MemoryArchive.TIME;
        }

        @Override
        public SeekableByteChannel open() {
            try {
                return FileChannel.open(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
