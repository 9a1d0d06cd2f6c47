package br.com.dmbackup.core.engine;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;

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
        return this instanceof Replacement || this instanceof InPlace;
    }

    /**
     * For an engine that never overwrites the live database.
     *
     * @throws BackupFault {@code IN_PLACE_UNSUPPORTED}
     */
    default void requireBeside(String engine) {
        if (this instanceof InPlace) {
            throw BackupFault.of(FaultCode.IN_PLACE_UNSUPPORTED, engine);
        }
    }

    /** A database beside the live one, to be checked and dropped. */
    record Scratch() implements RestoreTarget {}

    /** A database beside the live one, to be checked and then swapped in. */
    record Replacement() implements RestoreTarget {}

    /**
     * The live database itself, overwritten: where the server has no room for a second one, and a person typed it. Only
     * for an engine that {@link DatabaseEngine#canOverwrite}.
     */
    record InPlace() implements RestoreTarget {}
}
