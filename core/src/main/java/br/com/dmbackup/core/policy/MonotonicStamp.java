package br.com.dmbackup.core.policy;

import java.time.Duration;
import java.util.Optional;

/**
 * A reading of a clock that nobody can set, to be compared with readings of other processes since the same start of the
 * machine.
 *
 * @param bootId names this start of the machine, or this process where the system does not tell
 * @param nanos nanoseconds since an unknown moment
 */
public record MonotonicStamp(String bootId, long nanos) {
    /** Time since an earlier reading; none when the two cannot be compared. */
    public Optional<Duration> since(MonotonicStamp earlier) {
        return bootId.equals(earlier.bootId) && nanos - earlier.nanos >= 0
                ? Optional.of(Duration.ofNanos(nanos - earlier.nanos))
                : Optional.empty();
    }
}
