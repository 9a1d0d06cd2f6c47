package br.com.dmbackup.cli.agent;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.client.EventStream;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.StatusText;
import br.com.dmbackup.protocol.api.Activity;
import br.com.dmbackup.protocol.api.JobReport;
import br.com.dmbackup.protocol.api.JobReport.State;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that the agent does for a person who waits for it: shown as if this process did it. */
public final class FollowedJob {
    private static final Duration LOOK = Duration.ofMillis(500);
    /** What the agent goes through every minute is nothing of this job. */
    private static final Set<StatusText> OF_THE_MINUTE = EnumSet.of(StatusText.CHECKING_SERVICE,
            StatusText.LOADING_PARAMETERS, StatusText.VALIDATING_SETTINGS, StatusText.SETTINGS_VALIDATED,
            StatusText.LOADING_CLIENT, StatusText.CLIENT_LOADED, StatusText.CHECKING_VERSION,
            StatusText.CHECKING_LAST_BACKUP, StatusText.WAITING);

    private final Session session;
    private final LocalAgent agent;
    private @Nullable StatusText shown;

    public FollowedJob(Session session, LocalAgent agent) {
        this.session = session;
        this.agent = agent;
    }

    /**
     * Waits for its end.
     *
     * @throws BackupFault {@code CANCELLED} when the person does not wait for it; the agent goes on with it
     */
    public JobReport toEnd(JobReport asked) {
        session.output().line(session.texts().text("agent.asked"));
        try (EventStream events = agent.events()) {
            JobReport job = asked;
            while (job.state() != State.ENDED) {
                events.next(LOOK).ifPresent(status -> show(status.activity()));
                if (Thread.currentThread().isInterrupted()) {
                    throw BackupFault.of(FaultCode.CANCELLED, "dmbackup");
                }
                job = agent.job(asked.id());
            }
            return job;
        }
    }

    private void show(Activity activity) {
        if (OF_THE_MINUTE.contains(activity.status())) {
            return;
        }
        if (activity.status() != shown) {
            shown = activity.status();
            session.output().status(activity.status());
        }
        if (activity.doneBytes() > 0) {
            session.output().advanced(activity.doneBytes(), activity.totalBytes());
        }
    }
}
