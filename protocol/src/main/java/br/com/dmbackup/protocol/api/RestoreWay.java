package br.com.dmbackup.protocol.api;

/** Where a restored database comes to be. */
public enum RestoreWay {
    /** In the live one's place, which is kept under another name. Needs its name, typed by a person. */
    OVER,
    /** As a new database beside it, under a name that the agent gives. */
    BESIDE
}
