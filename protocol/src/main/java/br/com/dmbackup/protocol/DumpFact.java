package br.com.dmbackup.protocol;

import java.util.Locale;

/** What a dump may say of itself. The text stands in the message files under {@link #messageKey()}, {0} the value. */
public enum DumpFact {
    /** The server that wrote it. */
    SERVER,
    /** The database. */
    DATABASE,
    /** Product and version of the server. */
    SERVER_VERSION,
    /** A {@link DumpKind}. */
    KIND,
    /** A name that someone gave to the backup. */
    NAME,
    /** When the backup began. */
    STARTED,
    /** When the backup ended. */
    FINISHED,
    /** The backup's own id. */
    ID,
    /** A file of the database; may come several times. */
    FILE,
    /** Pages that were compared with their checksum. */
    PAGES_CHECKED,
    /** Of those, pages that do not meet it. */
    PAGES_WRONG,
    /** Pages without a checksum. */
    PAGES_UNPROTECTED;

    public String messageKey() {
        return "dump.fact." + name();
    }

    /** The name for programs: {@code pagesChecked}. */
    public String key() {
        StringBuilder key = new StringBuilder();
        for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
            key.append(key.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return key.toString();
    }
}
