package br.com.dmbackup.agent.notify;

import br.com.dmbackup.agent.notify.Memory.LastSign;
import br.com.dmbackup.agent.notify.Memory.Parting;
import br.com.dmbackup.agent.notify.opening.BackupSilence;
import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.core.settings.DurableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sign of life: one line in a file whose time is that of the sign. A living agent writes {@code here}, the id of the
 * last backup and the seconds of silence since; always of one length and in place, so that it is never half gone and
 * nobody waits for the disk. At its end it writes how it parted.
 *
 * <p>One that ends cannot know whether the machine is being switched off. So it keeps the machine's monotonic clock: where
 * that still goes on at the next start the machine had stayed on, and somebody had closed the agent alone. Where the
 * system does not name its starts this is never known, and nothing is said of it.
 */
final class LastSignFile {
    private static final Logger LOG = LoggerFactory.getLogger(LastSignFile.class);
    private static final String HERE = "here";
    private static final String ASLEEP = "goodbye";
    private static final String ENDED = "ended";
    /** No backup yet. */
    private static final String NONE = "-";

    private final Path file;
    private final MonotonicSource machine;

    LastSignFile(Path file, MonotonicSource machine) {
        this.file = file;
        this.machine = machine;
    }

    void alive(Instant now, BackupSilence.Remembered silence) throws IOException {
        String backup = silence.backup().isEmpty() ? NONE : silence.backup();
        String line = "%-126s\n".formatted(HERE + " " + backup + " " + silence.without().toSeconds());
        Files.write(file, line.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Files.setLastModifiedTime(file, FileTime.from(now));
    }

    void asleep(Instant now) throws IOException {
        replace(ASLEEP, now);
    }

    void ended(Instant now) throws IOException {
        MonotonicStamp stamp = machine.now();
        replace(ENDED + " " + stamp.bootId() + " " + stamp.nanos(), now);
    }

    private void replace(String line, Instant now) throws IOException {
        DurableFile.replace(file, (line + "\n").getBytes(StandardCharsets.UTF_8));
        Files.setLastModifiedTime(file, FileTime.from(now));
    }

    /** @param now to be held against the sign's own time */
    Optional<LastSign> read(Instant now) {
        try {
            List<String> words = List.of(Files.readString(file).strip().split(" "));
            return Optional.of(sign(words, Files.getLastModifiedTime(file).toInstant(), now));
        } catch (NoSuchFileException never) {
            return Optional.empty();
        } catch (IOException | UncheckedIOException unreadable) {
            LOG.warn("the last sign of life cannot be read", unreadable);
            return Optional.empty();
        }
    }

    private LastSign sign(List<String> words, Instant at, Instant now) {
        try {
            return switch (words.getFirst()) {
                case ASLEEP -> parted(at, Parting.LEFT, Duration.ZERO);
                case ENDED -> ended(new MonotonicStamp(words.get(1), Long.parseLong(words.get(2))), at, now);
                default -> new LastSign(at, Parting.DIED, Duration.ZERO, Optional.of(new BackupSilence.Remembered(
                        words.get(1).equals(NONE) ? "" : words.get(1),
                        Duration.ofSeconds(Long.parseLong(words.get(2))))));
            };
        } catch (IndexOutOfBoundsException | NumberFormatException damaged) {
            LOG.warn("the last sign of life is not understood: {}", words);
            return parted(at, Parting.DIED, Duration.ZERO);
        }
    }

    private LastSign ended(MonotonicStamp then, Instant at, Instant now) {
        Optional<Duration> awake = machine.now().since(then);
        return awake.map(on -> parted(at, Parting.CLOSED, positive(Duration.between(at, now).minus(on))))
                .orElse(parted(at, Parting.LEFT, Duration.ZERO));
    }

    private static Duration positive(Duration length) {
        return length.isNegative() ? Duration.ZERO : length;
    }

    private static LastSign parted(Instant at, Parting parting, Duration slept) {
        return new LastSign(at, parting, slept, Optional.empty());
    }
}
