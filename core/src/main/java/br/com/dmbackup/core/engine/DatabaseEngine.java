package br.com.dmbackup.core.engine;

import br.com.dmbackup.core.backup.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One database, reached with its vendor's own proven tools.
 *
 * <p>The laws. Each is a test of the contract suite; an engine that does not pass it is not done.
 * <ol>
 * <li>{@link #checkService} MUST NOT throw for a server that is stopped, a database that is missing, locked or not a
 * database: it says so in the status.
 * <li>A dump MUST be consistent (one moment of the database) while others write, and MUST NOT make them fail.
 * <li>A dump MUST be uncompressed and unencrypted, and for an unchanged database the unchanged parts MUST be the same
 * bytes again.
 * <li>A {@link FileDump} MUST be complete on disk when {@link #dump} returns; a {@link StreamDump} MUST flow forward
 * once and never lie in memory.
 * <li>{@link Dump#finish} MUST return only on the engine's own positive sign that the dump is whole, and MUST throw
 * {@code DUMP_INCOMPLETE}, {@code DUMP_FAILED} or the fault that says why otherwise. It may be asked once.
 * <li>{@link Dump#close} MUST leave nothing behind in the staging folder (unless the dump is to be kept) and MUST be
 * callable twice, after any failure.
 * <li>Row counts MUST be those of the dump's own moment, not of a later one; tables are named as the database names
 * them; an engine that cannot count cheaply returns none.
 * <li>Progress MUST never fall and MUST end at its total when that was known.
 * <li>An interrupted thread MUST end the call within five seconds with {@code CANCELLED}, leaving nothing half-made
 * under a final name and the database usable.
 * <li>{@link #restore} into a {@link RestoreTarget.NewDatabase} MUST refuse an existing target with
 * {@code RESTORE_TARGET_EXISTS} and leave it as it was.
 * <li>A restored database MUST bear its final name only after {@link Restore#finish} has loaded it whole and its own
 * integrity check has passed; {@link Restore#close} without {@code finish} MUST leave nothing behind.
 * <li>{@link Restore#finish} MUST throw {@code NOT_A_DATABASE} or {@code RESTORED_DATABASE_DAMAGED} for bytes that are
 * no whole dump of this engine; an engine that does not understand its dumps, for bytes without the marks that its
 * settings name.
 * <li>{@link #swapIn} MUST leave, at every moment, either the old or the new database reachable under the live name or
 * the old one under its kept name; the old one MUST be kept whole, together with what belongs to it (journals, logs).
 * An engine whose server can end sessions ends those of the live database; where others hold it and will not
 * or cannot let go, it MUST refuse with {@code DATABASE_IN_USE} and change nothing.
 * Where there is no live database to replace, {@link #requireReplaceable} MUST say so.
 * <li>{@link #dropLeftovers} MUST drop what restores and drills of dead processes left, and nothing else.
 * <li>{@link #recognises} MUST be true for the first bytes of every dump that this engine finishes, and false for
 * zeros, text and another engine's dump; an engine that does not understand its dumps goes by the marks that its
 * settings name, and without them refuses what is empty or zeros.
 * <li>Every failure MUST be a {@code BackupFault} that keeps the vendor's own code; the vendor's exceptions never leave
 * the engine.
 * <li>{@link Dump#check} MUST throw {@code DUMP_DAMAGED} for a dump that the vendor's program finds damaged, and MUST NOT
 * change it.
 * <li>A restore into {@link RestoreTarget.InPlace} MUST be refused with {@code IN_PLACE_UNSUPPORTED} by an engine that
 * cannot {@link #canOverwrite}. Where it can, the live database MUST stay as it was until the dump was read whole and found
 * restorable; from then on the fault MUST be {@code OVERWRITE_BROKEN} (with an empty last argument, which only the caller
 * knows) when the live database cannot be used any more. Its users MUST be able to come in again afterwards.
 * </ol>
 *
 * <p>An engine is used by one thread at a time. Its methods block.
 */
public interface DatabaseEngine extends AutoCloseable {
    /** The engine's word for itself, as in the settings: {@code sqlite}, {@code postgresql}. */
    String kind();

    /** The name of the database, such as {@code MCDados}; the dump's name comes from it. */
    String databaseName();

    /** Whether the service runs and the database can be read. */
    ServiceStatus checkService();

    /**
     * Version and size of the database.
     *
     * @throws br.com.dmbackup.core.backup.BackupFault when it cannot be read
     */
    DatabaseFacts facts();

    /**
     * Starts a dump, or makes it whole when it is a file.
     *
     * @param stagingFolder an existing folder of our own for files of this dump
     * @param progress told bytes of the dump; for a file dump up to its end, for a stream nothing
     */
    Dump dump(Path stagingFolder, Progress progress);

    /** Whether these first bytes (at most 4,096, fewer if the dump is shorter) can be those of a dump of this engine. */
    boolean recognises(byte[] head);

    /**
     * Starts a restore.
     *
     * @param dumpBytes length of the dump that will come
     * @param stagingFolder an existing folder of our own, for engines that need the dump as a file apart
     */
    Restore restore(RestoreTarget target, long dumpBytes, Path stagingFolder);

    /**
     * Whether the row counts of a dump may hold rows of transactions that had not ended, which the dump itself does not
     * bring back.
     */
    default boolean countsUnfinishedWork() {
        return false;
    }

    /**
     * Whether the row counts of a dump, where there are any, name every table, so that one that they do not name is not
     * there. Not where tables that were busy are left out.
     */
    default boolean countsEveryTable() {
        return false;
    }

    /** Whether a dump stays as a file after the run unless the settings say otherwise. */
    default boolean keepsDumps() {
        return false;
    }

    /** What a restore of this engine proves. Screens say <em>restore proven</em> of {@link Proof#DATABASE} alone. */
    default Proof proof() {
        return Proof.DATABASE;
    }

    /**
     * A name for a new database beside the live one, for whoever may not name one: a database of the same server, or a
     * file in the same folder.
     *
     * @param suffix letters, digits and underscores
     */
    default String nameBeside(String suffix) {
        return databaseName() + "_" + suffix;
    }

    /** The folder of a database that is one file on this machine. */
    default Optional<Path> folder() {
        return Optional.empty();
    }

    /**
     * Asked before anything is done for a {@link RestoreTarget.Replacement}.
     *
     * @throws br.com.dmbackup.core.backup.BackupFault {@code RESTORE_NEEDS_TARGET} where this engine has no live
     *         database that could be replaced
     */
    default void requireReplaceable() {}

    /**
     * Whether the live database itself can be overwritten where there is no room for a second one
     * ({@code SERVER_DISK_FULL}).
     */
    default boolean canOverwrite() {
        return false;
    }

    /**
     * Puts a database restored as {@link RestoreTarget.Replacement} in the live one's place.
     *
     * @return under which name the old database is kept; none when there was none
     */
    Optional<String> swapIn(RestoredDatabase replacement);

    /** Drops a database restored as {@link RestoreTarget.Scratch}, or a replacement that was not swapped in. */
    void drop(RestoredDatabase restored);

    /** Drops what dead processes left, and names it. */
    List<String> dropLeftovers();

    @Override
    void close();
}
