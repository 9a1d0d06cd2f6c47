package br.com.dmbackup.agent.notify.message;

import java.util.Locale;

/** What a message tells. */
public enum Event {
    /** Backups are not being made, or cannot be trusted. */
    FAILURE,
    /** No good backup for too long in opening time, whatever the reason. */
    SILENCE,
    /** Backups are made, but something wants to be seen to. */
    ATTENTION,
    /** What was told is mended. */
    RECOVERY,
    /** It happened and is over: it could not be told while it lasted. */
    OVER,
    /** The agent was dead in opening time, or closed by somebody, and is back. */
    AWAY,
    /** How the last day went. */
    SUMMARY,
    /** In good order the machine is switched off or goes to sleep; for watchers, not for people. */
    SHUTDOWN,
    /** In good order the agent ends, whether the machine stays on or not; for whoever wants {@link #SHUTDOWN}. */
    ENDED,
    /** A backup has begun; for watchers. */
    BEGAN,
    /** A good backup was made; for watchers. */
    BACKUP,
    /** Somebody wants to see whether messages arrive. */
    TEST;

    /** As it is written in the settings and in the webhook's JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
