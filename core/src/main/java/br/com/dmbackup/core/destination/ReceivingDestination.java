package br.com.dmbackup.core.destination;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Progress;
import java.util.List;
import java.util.Optional;

/**
 * A place with a program of its own, which reads what it is given, checks it itself and alone decides under which name it
 * stands: the backup terminal. Reading everything back through the connection would only double what has to travel.
 *
 * <p>The laws of {@link Destination} hold with these words instead:
 * <ol>
 * <li>law 1: {@code open} MUST give an archive with the same dump, block for block, and the same manifest; its index,
 * headers and directory are the receiver's own;
 * <li>law 3: in place of the {@link ArchiveCheck}, which is not asked, the receiver MUST check every block it has not
 * checked before against its SHA-256, and the whole archive before it gets the name. What {@link #receive} returns MUST
 * be what the receiver worked out from its own bytes, never what it was told;
 * <li>law 5: lack of room is told before a block travels, and nothing that the receiver protects makes room;
 * <li>law 6: blocks that arrived before a connection broke MAY stay at the receiver, so that the next {@code put} need
 * not send them again; they bear no name and are not listed;
 * <li>laws 8, 12 and 13: the sender has no word for {@code remove}, {@code setAside} and {@code alias}. The receiver
 * keeps the newest name itself. {@code remove} and {@code setAside} MUST throw {@code DESTINATION_ADD_ONLY} for what is
 * there, and {@code alias} does nothing;
 * <li>what a {@code put} replaces MAY be listed under another name for as long as the receiver protects it.
 * </ol>
 */
public interface ReceivingDestination extends Destination {
    /**
     * What the receiver made of an archive.
     *
     * @param name where it stands: another name than the one asked for when the receiver found the backup suspicious
     * @param backup the backup inside, as the receiver read it
     * @param dumpDigest of the dump inside, as the receiver worked it out
     */
    record Received(ArchiveName name, BackupId backup, String dumpDigest) {}

    /**
     * An archive of the place with what the receiver knows of it.
     *
     * @param backup none for an archive that another program made
     */
    record Known(StoredArchive archive, Optional<BackupId> backup, Optional<String> dumpDigest) {}

    /**
     * Brings an archive of our own there. What was brought once does not travel again, not even after a lost connection.
     *
     * @throws br.com.dmbackup.core.backup.BackupFault as {@link #put}
     */
    Received receive(ArchiveName name, ArchiveSource source, Progress progress);

    /** The same archives as {@link #list}. */
    List<Known> known();
}
