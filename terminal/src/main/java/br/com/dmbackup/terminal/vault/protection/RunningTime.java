package br.com.dmbackup.terminal.vault.protection;

import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.core.settings.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * How long this program has run, in all its lives together. Grows only while it is asked, at most {@link #LONGEST_STEP}
 * between two questions: a machine that slept, or a clock that leaps, adds little, and nothing can make it go back. Is
 * written down once a minute, so that a kill loses at most that.
 *
 * <p>Thread-safe.
 */
public final class RunningTime {
    /** More than that between two questions is not believed. */
    public static final Duration LONGEST_STEP = Duration.ofMinutes(2);

    private final MonotonicSource source;
    private final Path file;
    private MonotonicStamp last;
    private Duration ran;
    private long writtenMinutes;

    private RunningTime(MonotonicSource source, Path file, Duration ran) {
        this.source = source;
        this.file = file;
        this.last = source.now();
        this.ran = ran;
        this.writtenMinutes = ran.toMinutes();
    }

    /**
     * Goes on where the last life ended.
     *
     * @param highestStamp the highest minute that anything here was stamped with: what there is to go by where the file
     *        was lost
     */
    public static RunningTime open(MonotonicSource source, Path file, OptionalLong highestStamp) throws IOException {
        OptionalLong seconds = read(file);
        Duration ran = seconds.isPresent()
                ? Duration.ofSeconds(seconds.getAsLong())
                : Duration.ofMinutes(highestStamp.orElse(0));
        var time = new RunningTime(source, file, ran);
        time.write();
        return time;
    }

    private static OptionalLong read(Path file) throws IOException {
        try {
            long seconds = Long.parseLong(Files.readString(file, StandardCharsets.US_ASCII).strip());
            return seconds < 0 ? OptionalLong.empty() : OptionalLong.of(seconds);
        } catch (NoSuchFileException | NumberFormatException lost) {
            return OptionalLong.empty();
        }
    }

    /** Counts on, and returns the minutes so far. */
    public synchronized long minutes() {
        MonotonicStamp now = source.now();
        Duration step = now.since(last).orElse(Duration.ZERO);
        last = now;
        ran = ran.plus(step.compareTo(LONGEST_STEP) > 0 ? LONGEST_STEP : step);
        if (ran.toMinutes() > writtenMinutes) {
            writeIfPossible();
        }
        return ran.toMinutes();
    }

    private void writeIfPossible() {
        try {
            write();
        } catch (IOException full) {
            // Tried again a moment later. What a kill loses till then makes everything younger, and so safer; and where
            // there is no room, room is only made while time goes on.
            return;
        }
    }

    private synchronized void write() throws IOException {
        DurableFile.replace(file, (ran.toSeconds() + "\n").getBytes(StandardCharsets.US_ASCII));
        writtenMinutes = ran.toMinutes();
    }
}
