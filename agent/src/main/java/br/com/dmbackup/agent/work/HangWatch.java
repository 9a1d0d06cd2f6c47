package br.com.dmbackup.agent.work;

import br.com.dmbackup.agent.AgentSettings;
import java.time.Duration;
import java.util.Optional;

/** When a job is taken for hanging. */
final class HangWatch {
    /** After this long an interrupted thread that has not ended never will: the process must. */
    static final Duration LAST_PATIENCE = Duration.ofMinutes(3);

    private HangWatch() {}

    /** A database that is checked after its restore does not say how far that is. */
    private static Optional<Duration> longestStandstill(RunningJob job, AgentSettings settings) {
        return switch (job.job()) {
            case BackupJob backup -> Optional.of(settings.longestStandstill());
            case DrillJob drill -> Optional.of(settings.longestStandstill().multipliedBy(3));
            default -> Optional.empty();
        };
    }

    /** Nothing of it has moved, or it takes longer than any honest one. */
    static boolean hangs(RunningJob job, AgentSettings settings) {
        return job.age().compareTo(settings.longestRun()) >= 0
                || longestStandstill(job, settings).filter(longest -> job.still().compareTo(longest) >= 0).isPresent();
    }
}
