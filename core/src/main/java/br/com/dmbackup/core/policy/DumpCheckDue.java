package br.com.dmbackup.core.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When the vendor's own program is to read a finished dump again: about once a day, whatever the clock did. */
public final class DumpCheckDue {
    /** A little less than a day, so that the hour in which it happens does not wander. */
    public static final Duration EVERY = Duration.ofMinutes(23 * 60 + 30);

    private DumpCheckDue() {}

    /** @param last start of the last backup whose dump was read so; one in the future says that the clock was wrong */
    public static boolean at(Instant now, Optional<Instant> last) {
        return last.isEmpty() || now.isBefore(last.get()) || Duration.between(last.get(), now).compareTo(EVERY) >= 0;
    }
}
