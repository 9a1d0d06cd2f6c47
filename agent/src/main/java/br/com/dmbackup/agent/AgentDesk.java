package br.com.dmbackup.agent;

import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.JobReport;
import br.com.dmbackup.protocol.api.JobReport.JobKind;
import br.com.dmbackup.protocol.api.SlotStatus;
import java.util.List;
import java.util.Optional;

/**
 * What others may ask of the agent. Nothing here waits for the work: a job is taken down and done by the agent's one
 * working thread, after whatever it is doing; an equal one that still waits is joined. Paths of files are never taken.
 * Thread-safe.
 */
public interface AgentDesk {
    /** How it stands now. */
    AgentStatus status();

    /**
     * Waits until the status is another than that revision, or progress was made, or half a second has passed.
     *
     * @throws InterruptedException when the watcher goes away
     */
    AgentStatus statusAfter(long revision) throws InterruptedException;

    /** The 24 slots, those that hold something. */
    List<SlotStatus> slots();

    /**
     * Asks for a job.
     *
     * @param archive a slot ({@code 09h}) or a backup's id, for {@code DRILL} and {@code RESTORE}; empty for the newest
     * @throws br.com.dmbackup.core.backup.BackupFault {@code USAGE} for anything that is no slot and no id,
     *         {@code AGENT_STOPPING}
     */
    JobReport ask(JobKind kind, String archive);

    /** A job of this life of the agent; the last hundred are remembered. */
    Optional<JobReport> job(String id);

    /**
     * The best copy of an archive, to be taken along. The caller closes it.
     *
     * @param archive a slot or an id; empty for the newest
     * @throws br.com.dmbackup.core.backup.BackupFault {@code USAGE}, {@code SLOT_EMPTY}, {@code BACKUP_UNKNOWN}
     */
    ArchiveBytes archive(String archive);

    /** The machine is about to be switched off or to sleep: whoever watches this store is told, and need not worry. */
    void goodbye();

    /** Ends the agent in good order: the work at hand is given up at its next safe point. Returns at once. */
    void stop();
}
