package br.com.dmbackup.core.destination;

import br.com.dmbackup.core.backup.Progress;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;

/**
 * A place that holds finished archives under names.
 *
 * <p>The laws. Each is a test of the contract suite; a destination that does not pass it is not done.
 * <ol>
 * <li>After {@link #put} returns, {@link #open} MUST give exactly the bytes of the source, and they MUST be on stable
 * storage as far as the system can promise it.
 * <li>At every moment of a {@code put}, and after any death of the process, the machine or the connection, the name
 * MUST give the whole old archive or the whole new one: no half-written file ever bears a final name.
 * <li>The old archive MUST stay until the new one is complete, read back and accepted by the {@link ArchiveCheck}; when
 * the check throws, the old one stays, the new one is removed, and the check's fault comes out.
 * <li>Where the place cannot replace a file atomically, {@link #replacesAtomically} MUST say so, and {@code .novo} /
 * {@code .velho} are used so that law 2 holds all the same: {@link #list} and {@link #open} resolve them.
 * <li>A {@code put} for which room is known to be lacking MUST fail with {@code DESTINATION_FULL} before a byte is
 * written; one that is larger than the place allows for a file with {@code DESTINATION_FILE_TOO_LARGE}.
 * <li>A {@code put} that fails MUST remove what it wrote, or, where it no longer can, {@link #sweep} MUST do it later.
 * <li>{@code list} MUST show every finished archive and nothing else: no temporary files, no files that are not
 * {@code .zip}.
 * <li>{@code open} of a name that is not there MUST throw {@code ARCHIVE_MISSING}; {@link #remove} returns false.
 * <li>A name MUST NOT lead out of the place, whatever links stand there.
 * <li>A place that is away MUST be told as {@code DESTINATION_MISSING} at once, never created in passing (an unmounted
 * share must not become a local folder); one that vanishes during a call as {@code DESTINATION_LOST}; one that may not
 * be written as {@code DESTINATION_READ_ONLY}.
 * <li>An interrupted thread MUST end the call with {@code CANCELLED}, the old archive in its place; once it has ended,
 * source and progress are the caller's again.
 * <li>{@link #alias} MUST be as atomic as {@code put}, and the alias MUST go on giving its bytes when the original name
 * is replaced later.
 * <li>{@link #setAside} MUST move the file whole, never over another one.
 * <li>Every failure MUST be a {@code BackupFault}; the system's own words are kept in it.
 * </ol>
 *
 * <p>Safe for use by several threads for different names. Methods block; a place that hangs is given up by the caller's
 * watchdog, which interrupts the thread.
 */
public interface Destination extends AutoCloseable {
    /** The name in the settings, such as {@code terminal}. */
    String name();

    /** Where it is, for a person to read: a path, an address. */
    String location();

    /**
     * Whether a file can be replaced atomically here.
     *
     * @throws br.com.dmbackup.core.backup.BackupFault {@code DESTINATION_MISSING} when the place is away
     */
    boolean replacesAtomically();

    /** Free room; none where the place does not tell. */
    Optional<Space> space();

    /**
     * Puts a finished archive under a name, in place of what stands there.
     *
     * @param check applied to the bytes as they stand at the place, before they get the name
     */
    void put(ArchiveName name, ArchiveSource source, ArchiveCheck check, Progress progress);

    /** Every finished archive of the place, in the order of their names. */
    List<StoredArchive> list();

    /** The bytes of an archive, for reading at any position. The caller closes the channel. */
    SeekableByteChannel open(ArchiveName name);

    /** Makes {@code alias} give the bytes that {@code original} gives now: by a link, or by a copy. */
    void alias(ArchiveName original, ArchiveName alias);

    /** Gives the file another name, at which nothing may stand yet. */
    void setAside(ArchiveName name, ArchiveName newName);

    /** Removes an archive; false when none was there. */
    boolean remove(ArchiveName name);

    /** Finishes or clears what dead processes left ({@code .novo}, {@code .velho}, temporary files); how many. */
    int sweep();

    @Override
    void close();
}
