package br.com.dmbackup.agent.work;

import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Turn;

/** One thing that takes long. */
public interface Job {
    /** For whoever finds the home taken: {@code backup}. */
    String verb();

    /** Whether it changes the home, and must have it alone. */
    default boolean needsHome() {
        return true;
    }

    /**
     * Does it.
     *
     * @param here opened for this job alone
     * @param turn to be given up as soon as the home is needed no more
     * @throws br.com.dmbackup.core.backup.BackupFault when it failed
     */
    JobEnd run(Installation here, WorkListener listener, Turn turn);
}
