package br.com.dmbackup.testkit.destination;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Step;

/**
 * What a killed process looks like from inside: an error that nobody clears up after. A destination whose clean-up runs
 * on errors, too, would hide from the contract what a real death leaves.
 */
public final class SuddenDeath extends Error {
    private static final long serialVersionUID = 1L;

    private SuddenDeath(Step step) {
        super("died at " + step);
    }

    /** Dies when the step is reached. */
    public static Checkpoint at(Step deadly) {
        return step -> {
            if (step == deadly) {
                throw new SuddenDeath(step);
            }
        };
    }
}
