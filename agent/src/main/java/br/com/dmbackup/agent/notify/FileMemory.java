package br.com.dmbackup.agent.notify;

import br.com.dmbackup.agent.AgentFiles;
import br.com.dmbackup.core.settings.DurableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent's files. The sign of life is the time of a file that is never written to: a minute's precision for the price
 * of a change in the folder's journal, which nobody waits for.
 */
final class FileMemory implements Memory {
    private static final Logger LOG = LoggerFactory.getLogger(FileMemory.class);
    private static final String HERE = "here\n";
    private static final String GONE = "goodbye\n";

    private final AgentFiles files;
    private boolean here;

    FileMemory(AgentFiles files) {
        this.files = files;
    }

    @Override
    public Optional<byte[]> told() {
        return read(files.told());
    }

    @Override
    public void told(byte[] state) throws IOException {
        DurableFile.replace(files.told(), state);
    }

    @Override
    public List<String> habit() {
        return read(files.habit()).map(bytes -> new String(bytes, StandardCharsets.UTF_8).lines().toList())
                .orElse(List.of());
    }

    @Override
    public void habit(Supplier<List<String>> lines) throws IOException {
        DurableFile.replace(files.habit(), (String.join("\n", lines.get()) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<LastSign> lastSign() {
        try {
            boolean gone = Files.readString(files.lastSign()).equals(GONE);
            return Optional.of(new LastSign(Files.getLastModifiedTime(files.lastSign()).toInstant(), gone));
        } catch (NoSuchFileException never) {
            return Optional.empty();
        } catch (IOException | UncheckedIOException unreadable) {
            LOG.warn("the last sign of life cannot be read", unreadable);
            return Optional.empty();
        }
    }

    @Override
    public void alive(Instant now) throws IOException {
        if (!here || !Files.exists(files.lastSign())) {
            Files.writeString(files.lastSign(), HERE);
            here = true;
        }
        Files.setLastModifiedTime(files.lastSign(), FileTime.from(now));
    }

    @Override
    public void goodbye(Instant now) throws IOException {
        here = false;
        DurableFile.replace(files.lastSign(), GONE.getBytes(StandardCharsets.UTF_8));
        Files.setLastModifiedTime(files.lastSign(), FileTime.from(now));
    }

    @Override
    public Object place() {
        return files.told();
    }

    @Override
    public OptionalLong room() {
        try {
            return OptionalLong.of(Files.getFileStore(files.home().backupFolder()).getUsableSpace());
        } catch (IOException unknown) {
            return OptionalLong.empty();
        }
    }

    private static Optional<byte[]> read(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException never) {
            return Optional.empty();
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read, and is begun anew", file.getFileName(), unreadable);
            return Optional.empty();
        }
    }
}
