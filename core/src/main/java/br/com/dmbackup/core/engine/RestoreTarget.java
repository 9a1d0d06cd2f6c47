package br.com.dmbackup.core.engine;

/** Where a restore goes. */
public sealed interface RestoreTarget {
    /**
     * A database that does not exist yet.
     *
     * @param name the engine's own way to name one: a path for SQLite, a database name for a server
     */
    record NewDatabase(String name) implements RestoreTarget {}

    /** Whether the restored database is to take the live one's place. */
    default boolean replaces() {
        return this instanceof Replacement;
    }

    /** A database beside the live one, to be checked and dropped. */
    record Scratch() implements RestoreTarget {}

    /** A database beside the live one, to be checked and then swapped in. */
    record Replacement() implements RestoreTarget {}
}
