package br.com.dmbackup.protocol.api;

/** What stands in a slot at one place; of several that hold, the one that most wants to be seen. */
public enum SlotState {
    /** Nothing, and nothing is owed. */
    EMPTY,
    /** The newest backup of that hour. */
    HELD,
    /** An older backup, or none: the newest of that hour is still to be brought there. */
    OWED,
    /** Beside it stands a suspicious backup of that hour, which waits for a person. */
    SUSPICIOUS,
    /** An archive of another program. */
    FOREIGN,
    /** It stands there, and is damaged. */
    DAMAGED,
    /** It stood there, and is gone. */
    GONE
}
