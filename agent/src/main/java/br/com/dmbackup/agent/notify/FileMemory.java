package br.com.dmbackup.agent.notify;

import br.com.dmbackup.agent.AgentFiles;
import br.com.dmbackup.agent.notify.opening.BackupSilence;
import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.core.settings.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The agent's files. */
final class FileMemory implements Memory {
    private static final Logger LOG = LoggerFactory.getLogger(FileMemory.class);

    private final AgentFiles files;
    private final LastSignFile lastSign;

    FileMemory(AgentFiles files, MonotonicSource machine) {
        this.files = files;
        this.lastSign = new LastSignFile(files.lastSign(), machine);
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
    public Optional<LastSign> lastSign(Instant now) {
        return lastSign.read(now);
    }

    @Override
    public void alive(Instant now, BackupSilence.Remembered silence) throws IOException {
        lastSign.alive(now, silence);
    }

    @Override
    public void asleep(Instant now) throws IOException {
        lastSign.asleep(now);
    }

    @Override
    public void ended(Instant now) throws IOException {
        lastSign.ended(now);
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
