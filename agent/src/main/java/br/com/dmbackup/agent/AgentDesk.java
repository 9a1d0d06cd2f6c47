package br.com.dmbackup.agent;

import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.ArchiveContents;
import br.com.dmbackup.protocol.api.BackupPicture;
import br.com.dmbackup.protocol.api.JobReport;
import br.com.dmbackup.protocol.api.JobReport.JobKind;
import br.com.dmbackup.protocol.api.JobRequest;
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

    /** What stands where: all 24 slots of each place, and what is suspicious. */
    BackupPicture picture();

    /**
     * What an archive says of itself.
     *
     * @param archive a slot, an id or a sent file's; empty for the newest
     * @throws br.com.dmbackup.core.backup.BackupFault {@code SLOT_EMPTY}, {@code BACKUP_UNKNOWN},
     *         {@code SENT_FILE_UNKNOWN}, and those of an archive that cannot be opened
     */
    ArchiveContents contents(String archive);

    /** The files that administrators send. */
    SentFiles files();

    /** The settings are others now: they are looked at before the next minute, as soon as no job has the home. */
    void settingsChanged();

    /** A person took a copy of that backup along. */
    void tookCopy(String backup);

    /**
     * Asks for a job. Whoever asks has seen to it that a restore was confirmed.
     *
     * @throws br.com.dmbackup.core.backup.BackupFault {@code USAGE} for an archive that is no slot, no id and no sent file,
     *         {@code AGENT_STOPPING}
     */
    JobReport ask(JobRequest request);

    /** The same for work of which nothing else is to be said than the archive; empty for the newest. */
    default JobReport ask(JobKind kind, String archive) {
        return ask(new JobRequest(kind, Optional.of(archive).filter(word -> !word.isEmpty()), Optional.empty()));
    }

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
