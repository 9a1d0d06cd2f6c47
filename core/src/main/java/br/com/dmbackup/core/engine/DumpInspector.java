package br.com.dmbackup.core.engine;

import br.com.dmbackup.core.backup.Progress;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;

/**
 * Looks into a dump without its server: for a person who holds a file and wants to know what it is, and whether it is
 * whole. One for each kind of dump that can be read so.
 *
 * <ol>
 * <li>It MUST need nothing but the file: no server, no settings, no home.
 * <li>It MUST decide by the first {@link #HEAD_BYTES} bytes alone whether it knows a file, and MUST recognise a damaged
 * one of its kind wherever it can.
 * <li>It MUST read forward, once, in memory that does not grow with the file.
 * <li>What it names as damage MUST be proven. What it does not understand MUST be a notice.
 * <li>A damaged file MUST NOT be a failure: it is inspected as far as it goes. A failure says that nothing can be said.
 * </ol>
 */
public interface DumpInspector {
    /** How many bytes of a file's begin decide. */
    int HEAD_BYTES = 128;

    /** @param head the file's first {@link #HEAD_BYTES} bytes; fewer where it is shorter */
    boolean recognises(byte[] head);

    /** The own name of what begins so, also of a file that this inspector cannot read; none where it is not known. */
    Optional<String> nameOf(byte[] head);

    /**
     * Reads a dump to its end.
     *
     * @param name the file as a person knows it
     * @param dumpBytes how long it is; -1 where it is not known
     * @throws IOException when the file cannot be read
     * @throws br.com.dmbackup.core.backup.BackupFault {@code DUMP_NEEDS_ITS_SERVER} when nothing can be said without
     *         it, {@code NOT_A_DATABASE} when it is no dump of this kind
     */
    DumpInspection inspect(ReadableByteChannel dump, String name, long dumpBytes, Progress progress)
            throws IOException;
}
