package br.com.dmbackup.agent.work;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.Phrase;
import java.util.List;
import java.util.Optional;

/**
 * How a job ended.
 *
 * @param summary one line for a person
 * @param faults what went wrong, the first of them first
 * @param backup id of the backup that was made, restored or drilled
 */
public record JobEnd(How how, Phrase summary, List<BackupFault> faults, Optional<String> backup) {
    /** In one word. */
    public enum How {
        SUCCEEDED, PARTIAL, FAILED,
        /** There was nothing to do. */
        SKIPPED
    }

    static JobEnd skipped() {
        return new JobEnd(How.SKIPPED, Phrase.of("job.skipped"), List.of(), Optional.empty());
    }

    static JobEnd failed(BackupFault fault) {
        return new JobEnd(How.FAILED, fault::text, List.of(fault), Optional.empty());
    }
}
