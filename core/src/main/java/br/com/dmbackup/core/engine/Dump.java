package br.com.dmbackup.core.engine;

/** One copy of a database, on its way into an archive: a finished file or a forward stream. */
public sealed interface Dump extends AutoCloseable permits FileDump, StreamDump {
    /**
     * The engine's own positive sign that the dump is whole; for a stream after its last byte was read. Asked before
     * the archive is committed.
     *
     * @throws br.com.dmbackup.core.backup.BackupFault {@code DUMP_FAILED} or {@code DUMP_INCOMPLETE}
     */
    DumpEnd finish();

    @Override
    void close();
}
