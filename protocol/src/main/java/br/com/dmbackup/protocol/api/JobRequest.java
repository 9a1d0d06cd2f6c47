package br.com.dmbackup.protocol.api;

import br.com.dmbackup.protocol.api.JobReport.JobKind;
import java.util.Optional;

/**
 * What is asked of the agent.
 *
 * @param archive a slot ({@code 09h}), a backup's id or a sent file's, for a drill or a restore; none for the newest. For
 *        an acceptance the id of the backup that the person looked at
 * @param confirm for a restore in the live database's place its name, as a person typed it
 * @param way where a restored database comes to be; none is {@link RestoreWay#OVER}
 * @param place for a restore the only place whose copy is taken; none is the best one
 */
public record JobRequest(JobKind kind, Optional<String> archive, Optional<String> confirm, Optional<RestoreWay> way,
        Optional<String> place) {

    public JobRequest(JobKind kind, Optional<String> archive, Optional<String> confirm) {
        this(kind, archive, confirm, Optional.empty(), Optional.empty());
    }

    /** Work of that kind, with nothing else to say. */
    public static JobRequest of(JobKind kind) {
        return new JobRequest(kind, Optional.empty(), Optional.empty());
    }
}
