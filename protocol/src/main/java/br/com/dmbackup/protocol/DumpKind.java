package br.com.dmbackup.protocol;

/** What a dump holds of its database. The text stands in the message files under {@link #messageKey()}. */
public enum DumpKind {
    /** All of it. */
    FULL,
    /** All of it, taken beside the server's own row of backups. */
    COPY_ONLY,
    /** What changed since the last full one. */
    DIFFERENTIAL,
    /** The log. */
    LOG,
    /** Something else, or not known. */
    OTHER;

    public String messageKey() {
        return "dump.kind." + name();
    }
}
