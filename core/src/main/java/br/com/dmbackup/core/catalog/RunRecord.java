package br.com.dmbackup.core.catalog;

import br.com.dmbackup.core.backup.BackupId;
import java.time.Instant;
import java.util.Optional;

/**
 * A run that ended.
 *
 * @param outcome {@code SUCCEEDED}, {@code PARTIAL}, {@code SUSPICIOUS} or {@code FAILED}
 * @param fault name of the fault code, when there was one
 * @param faultWords what it said, in the language that the settings had then
 * @param bootId which start of the machine {@code monotonicNanos} belongs to
 * @param monotonicNanos the monotonic clock at the run's start
 */
public record RunRecord(Instant startedAt, Instant endedAt, Outcome outcome, Optional<String> fault,
        Optional<String> faultWords, Optional<BackupId> backup, long dumpBytes, long archiveBytes, String bootId,
        long monotonicNanos) {

    /** How a run ended. */
    public enum Outcome {
        SUCCEEDED, PARTIAL, SUSPICIOUS, FAILED
    }

    /** Whether the backup took its slot. */
    public boolean placed() {
        return outcome == Outcome.SUCCEEDED || outcome == Outcome.PARTIAL;
    }
}
