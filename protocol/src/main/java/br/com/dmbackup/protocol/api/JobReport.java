package br.com.dmbackup.protocol.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that was asked of the agent.
 *
 * @param id to ask again with
 * @param outcome how it ended: {@code SUCCEEDED}, {@code PARTIAL} or {@code FAILED}; empty until then
 * @param summary one line for a person; empty until it ended
 * @param faults what went wrong
 * @param backup id of the backup that was made, restored or drilled
 */
public record JobReport(String id, JobKind kind, State state, Instant askedAt, Optional<Instant> endedAt,
        String outcome, String summary, List<Trouble> faults, Optional<String> backup) {

    /** What can be asked for. */
    public enum JobKind {
        BACKUP, DRILL, RESTORE, ACCEPT, DELIVERY
    }

    /** How far it is. */
    public enum State {
        WAITING, RUNNING, ENDED
    }
}
