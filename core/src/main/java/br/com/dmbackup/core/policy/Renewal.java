package br.com.dmbackup.core.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Whether a dump that another program leaves was made anew. A program that has stopped leaves the same file for every
 * hour to come, and each backup of it would look well.
 */
public final class Renewal {
    /** Longer than an hourly program may be late, shorter than two of its rounds. */
    public static final Duration OLD = Duration.ofMinutes(90);

    private Renewal() {}

    /**
     * What is known of a dump.
     *
     * @param digest its digest
     * @param madeAt its file's time; none for a dump that was made for its backup
     */
    public record Known(String digest, Optional<Instant> madeAt) {
        private boolean isSameFile(Known other) {
            return digest.equals(other.digest) && millis(madeAt).equals(millis(other.madeAt));
        }

        private static Optional<Instant> millis(Optional<Instant> moment) {
            return moment.map(instant -> instant.truncatedTo(ChronoUnit.MILLIS));
        }
    }

    /**
     * Since when the program has not run: when the last backup held this very dump, or it is old. The same bytes with
     * another time are a new dump of a database in which nothing changed; a time in the future is a file server's clock
     * and tells nothing.
     *
     * @param last the dump of the last good backup, where there is one
     */
    public static Optional<Instant> notSince(Known dump, Instant now, Optional<Known> last) {
        return dump.madeAt().filter(made -> last.filter(dump::isSameFile).isPresent()
                || Duration.between(made, now).compareTo(OLD) > 0);
    }
}
