package br.com.dmbackup.protocol.api;

/** How the store stands, as one light. */
public enum AgentLight {
    /** The hour's backup is where it should be. */
    OK,
    /** Something is being done that changes backups. */
    WORKING,
    /** Backups are made, but something wants to be seen to: a copy is owed, the disk is filling up, a drill was skipped. */
    ATTENTION,
    /** Backups are not being made, or cannot be trusted. */
    FAILURE
}
