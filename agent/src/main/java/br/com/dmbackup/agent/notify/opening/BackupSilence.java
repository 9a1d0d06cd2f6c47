package br.com.dmbackup.agent.notify.opening;

import br.com.dmbackup.protocol.StatusText;
import br.com.dmbackup.protocol.api.Activity;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.LastBackup;
import br.com.dmbackup.silence.SilenceWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * For how much opening time there has been no good backup, counting only time in which this machine was on: one that
 * sleeps changes no data. A backup that is under way and gets on is no silence, for a while: the first one of a large
 * database takes longer than an hour.
 */
public final class BackupSilence {
    /** The longest step from one look to the next that was surely not slept through. */
    public static final Duration LONGEST_STEP = Duration.ofMinutes(10);
    /** However well a run gets on, after so much opening time people are told. */
    static final Duration LONGEST_RUN = Duration.ofHours(3);
    private static final Duration GETS_ON = Duration.ofMinutes(10);
    private static final Set<StatusText> RUN = EnumSet.of(StatusText.DUMPING, StatusText.DUMPING_AND_ARCHIVING,
            StatusText.ARCHIVING, StatusText.CHECKING_ARCHIVE, StatusText.COPYING);

    private Remembered state;
    private long lastDone = -1;
    private StatusText lastStatus = StatusText.WAITING;
    private Instant gotOn = Instant.MIN;
    private Duration withoutAtBegin = Duration.ZERO;

    /**
     * What is kept between two lives of the agent.
     *
     * @param backup id of the last good backup; empty before the first
     * @param without opening time since it was seen
     */
    public record Remembered(String backup, Duration without) {
        public static final Remembered NOTHING = new Remembered("", Duration.ZERO);
    }

    public BackupSilence(Remembered state) {
        this.state = state;
    }

    public Remembered state() {
        return state;
    }

    /**
     * Looks at the store.
     *
     * @param open opening time since the last look, none where this machine may have slept
     * @return whether there is a new good backup
     */
    public boolean look(AgentStatus status, Instant now, Duration open) {
        watchRun(status.activity(), now);
        Optional<String> backup = status.lastBackup().map(LastBackup::backup);
        if (backup.isPresent() && !backup.get().equals(state.backup())) {
            boolean first = state.equals(Remembered.NOTHING);
            state = new Remembered(backup.get(), Duration.ZERO);
            return !first || isFresh(status, now);
        }
        state = new Remembered(state.backup(), state.without().plus(open));
        return false;
    }

    /** At the very first look an old backup is no news. */
    private static boolean isFresh(AgentStatus status, Instant now) {
        return status.lastBackup().filter(last -> Duration.between(last.startedAt(), now).toHours() < 1).isPresent();
    }

    private void watchRun(Activity activity, Instant now) {
        if (RUN.contains(activity.status()) && !RUN.contains(lastStatus)) {
            withoutAtBegin = state.without();
        }
        if (RUN.contains(activity.status())
                && (activity.status() != lastStatus || activity.doneBytes() != lastDone)) {
            gotOn = now;
        }
        lastStatus = activity.status();
        lastDone = activity.doneBytes();
    }

    /** Whether a backup is being made. */
    public static boolean runs(AgentStatus status) {
        return RUN.contains(status.activity().status());
    }

    /** Whether people must be told. */
    public boolean tooLong(Instant now) {
        // One that begins when it is too late already is one of many that came to nothing.
        boolean runGetsOn = RUN.contains(lastStatus) && now.isBefore(gotOn.plus(GETS_ON))
                && withoutAtBegin.compareTo(SilenceWatch.PATIENCE) < 0;
        return state.without().compareTo(runGetsOn ? LONGEST_RUN : SilenceWatch.PATIENCE) >= 0;
    }
}
