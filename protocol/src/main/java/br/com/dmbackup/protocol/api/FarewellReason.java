package br.com.dmbackup.protocol.api;

/** Why the store falls silent in good order. */
public enum FarewellReason {
    SHUTDOWN, SLEEP
}
