package br.com.dmbackup.core.engine;

/** A restore that has begun and waits for the bytes of a dump: as a file, or as a stream. */
public sealed interface Restore extends AutoCloseable permits FileRestore, StreamRestore {
    /**
     * Loads what was written, checks the database with the engine's own integrity check and counts its rows.
     *
     * @throws br.com.dmbackup.core.backup.BackupFault {@code NOT_A_DATABASE}, {@code RESTORE_FAILED} or
     *         {@code RESTORED_DATABASE_DAMAGED}
     */
    RestoredDatabase finish();

    /** Without {@link #finish}: nothing is left behind. After it: no effect on the database. */
    @Override
    void close();
}
