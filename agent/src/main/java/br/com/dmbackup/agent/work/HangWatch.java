package br.com.dmbackup.agent.work;

import br.com.dmbackup.agent.AgentSettings;
import java.time.Duration;

/** When a job is taken for hanging. */
final class HangWatch {
    /** After this long an interrupted thread that has not ended never will: the process must. */
    static final Duration LAST_PATIENCE = Duration.ofMinutes(3);

    private HangWatch() {}

    /** Nothing of it has moved, or it takes longer than any honest one. */
    static boolean hangs(RunningJob job, AgentSettings settings) {
        return job.age().compareTo(settings.longestRun()) >= 0
                || (job.job() instanceof BackupJob && job.still().compareTo(settings.longestStandstill()) >= 0);
    }
}
