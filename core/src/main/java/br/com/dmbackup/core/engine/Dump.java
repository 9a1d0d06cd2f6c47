package br.com.dmbackup.core.engine;

import br.com.dmbackup.core.backup.Progress;

/** One copy of a database, on its way into an archive: a finished file or a forward stream. */
public sealed interface Dump extends AutoCloseable permits FileDump, StreamDump {
    /**
     * The engine's own positive sign that the dump is whole; for a stream after its last byte was read. Asked before
     * the archive is committed.
     *
     * @throws br.com.dmbackup.core.backup.BackupFault {@code DUMP_FAILED} or {@code DUMP_INCOMPLETE}
     */
    DumpEnd finish();

    /**
     * Has the vendor's own program read the finished dump to its end, where it has a way to do so that costs too much
     * for each hour. Asked about once a day, before the dump is archived.
     *
     * @return whether it was read and found right; false where there is no such way, not with the rights that we have, or
     *         not now: nothing is said against the dump then
     * @throws br.com.dmbackup.core.backup.BackupFault {@code DUMP_DAMAGED} when it is not right
     */
    default boolean check(Progress progress) {
        return false;
    }

    @Override
    void close();
}
