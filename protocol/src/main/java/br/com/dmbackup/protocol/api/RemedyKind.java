package br.com.dmbackup.protocol.api;

/** What the agent can do itself about something that is not as it should be. */
public enum RemedyKind {
    /** Make, or mark, the folder of a destination that is not there. */
    FOLDER,
    /** Let go what can be made again, so that there is room on this disk. Never a backup. */
    SPACE
}
