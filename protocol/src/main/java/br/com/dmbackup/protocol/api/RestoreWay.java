package br.com.dmbackup.protocol.api;

/** Where a restored database comes to be. */
public enum RestoreWay {
    /** In the live one's place, which is kept under another name. Needs its name, typed by a person. */
    OVER,
    /**
     * As {@link #OVER}; where the server has no room for two, the live one is overwritten. For engines that can, see
     * {@link ArchiveContents#overwritable}. Needs its name, typed by a person.
     */
    IN_PLACE,
    /** As a new database beside it, under a name that the agent gives. */
    BESIDE
}
