package br.com.dmbackup.terminal.vault;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.archive.ArchiveReader;
import br.com.dmbackup.core.archive.CheckDepth;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** An archive as it stands on the terminal's disk, looked at without asking the vault. */
record FoundArchive(Path file, BackupId backup) {

    /** Everything in slots and {@code guardado} of the first server's folder. */
    static List<FoundArchive> counting(Path root) {
        return Stream.concat(folders(root).filter(folder -> folder.getFileName().toString().matches("\\d\\dh")),
                folders(root.resolve("guardado"))).map(folder -> folder.resolve("MCDados.zip")).filter(Files::exists)
                .map(FoundArchive::at).toList();
    }

    private static Stream<Path> folders(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FoundArchive at(Path file) {
        try (ArchiveReader reader = open(file)) {
            return new FoundArchive(file, reader.manifest().orElseThrow().backup());
        }
    }

    private static ArchiveReader open(Path file) {
        try {
            return ArchiveReader.open(FileChannel.open(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every block, every header, every byte of the dump. */
    void assertHolds(byte[] dump) {
        try (ArchiveReader reader = open(file)) {
            assertThat(reader.check(CheckDepth.FULL, Progress.NONE).damages()).as("%s", file).isEmpty();
            var bytes = new ByteArrayOutputStream();
            reader.extractTo(bytes, Progress.NONE);
            assertThat(Arrays.equals(bytes.toByteArray(), dump)).as("bytes of %s", file).isTrue();
        }
    }
}
