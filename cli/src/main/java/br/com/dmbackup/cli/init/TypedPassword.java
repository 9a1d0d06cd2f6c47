package br.com.dmbackup.cli.init;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A typed password, in a file that its owner alone may read until it is sealed: settings hold no password in plain
 * text, not even while they are tried.
 */
final class TypedPassword implements AutoCloseable {
    private @Nullable Path file;

    /**
     * Takes the place of the one typed before.
     *
     * @return the file
     * @throws BackupFault {@code OUTPUT_UNWRITABLE}
     */
    Path set(char[] password) {
        close();
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            // Both are made for their owner alone where the system has such rights.
            Path made = Files.createTempFile(Files.createTempDirectory(folder, "dmbackup"), "password", "");
            file = made;
            try (FileChannel channel = FileChannel.open(made, StandardOpenOption.WRITE)) {
                channel.write(StandardCharsets.UTF_8.encode(CharBuffer.wrap(password)));
            }
            return made;
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.OUTPUT_UNWRITABLE, folder, String.valueOf(e.getMessage())).causedBy(e);
        }
    }

    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    @Override
    public void close() {
        Path stale = file;
        file = null;
        if (stale != null) {
            try {
                Files.deleteIfExists(stale);
                Files.deleteIfExists(Objects.requireNonNull(stale.getParent()));
            } catch (IOException e) {
                throw BackupFault.of(FaultCode.OUTPUT_UNWRITABLE, stale, String.valueOf(e.getMessage())).causedBy(e);
            }
        }
    }
}
