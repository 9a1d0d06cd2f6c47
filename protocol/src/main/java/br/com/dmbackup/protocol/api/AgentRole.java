package br.com.dmbackup.protocol.api;

/** What somebody may ask of the agent. */
public enum AgentRole {
    /** Whoever sits at the till: status, a backup now, an archive to take along. */
    TILL,
    /** Whoever looks after the store's data: restore, settings, accept, stop, and all that a till may. */
    ADMIN
}
