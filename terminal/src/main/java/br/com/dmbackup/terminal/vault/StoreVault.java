package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.Space;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What a paired server may do with its own archives at this terminal, and all that it may: add and read. Every answer is
 * about this pairing's folder alone.
 *
 * <p>The laws, each a test:
 * <ol>
 * <li>A block MUST be inflated here and its plain bytes found right before {@link #missing} says that it is there.
 * <li>An archive's name MUST give the whole old archive or the whole new one, whenever this process dies.
 * <li>What a slot replaces MUST be kept aside under a name of its own.
 * <li>No call MUST take away or alter what is protected; where there is no room the call MUST be refused.
 * <li>Calls of one process MUST be as safe as if each came from an intruder.
 * </ol>
 *
 * <p>Thread-safe; commits of one pairing wait for one another, and so do {@code missing} and {@code put} for a commit.
 * {@code list}, {@code open} and {@code space} never wait. Every failure is a
 * {@link br.com.dmbackup.core.backup.BackupFault}.
 */
public interface StoreVault {
    /** Whose it is. */
    Pairing pairing();

    /**
     * Which of these blocks must be sent: they wait neither in the spool nor in an archive of this pairing.
     *
     * @param sha256 of the blocks' plain bytes, 32 bytes each; at most {@link PlannedBlocks#MOST_BLOCKS}
     * @return the numbers of those that are missing
     */
    BitSet missing(List<byte[]> sha256);

    /**
     * Takes a block into the spool, after inflating it. One that waits there already is taken for done.
     *
     * @param sha256 of the plain bytes
     * @param encoded its remaining bytes: raw deflate from an empty window, ended by a full flush
     * @throws br.com.dmbackup.core.backup.BackupFault {@code TERMINAL_BLOCK_WRONG} when it is not what is said of it;
     *         {@code TERMINAL_SPOOL_FULL}; {@code TERMINAL_FULL}; {@code TERMINAL_STORE_FAILED}
     */
    void put(byte[] sha256, int plainBytes, int crc32, ByteBuffer encoded);

    /**
     * Makes an archive of blocks that are here, checks it, and places it. A backup that stands in its slot already is
     * left there and answered for, so that a commit may be repeated.
     *
     * @param progress of the archive's bytes
     * @throws br.com.dmbackup.core.backup.BackupFault {@code TERMINAL_NAME_REFUSED}, {@code TERMINAL_PLAN_WRONG},
     *         {@code TERMINAL_TOO_OFTEN}, {@code TERMINAL_FULL}, {@code TERMINAL_STORE_FAILED}, {@code CANCELLED}
     */
    CommitOutcome commit(CommitPlan plan, Progress progress);

    /** Every finished archive of this pairing, in the order of the names. */
    List<VaultArchive> list();

    /**
     * The bytes of an archive, which stay the same while the channel is open, whatever is placed meanwhile. The caller
     * closes it.
     *
     * @throws br.com.dmbackup.core.backup.BackupFault {@code ARCHIVE_MISSING}
     */
    SeekableByteChannel open(ArchiveName name);

    /** Room on the disk of this folder. */
    Space space();

    /**
     * Keeps sealed settings beside those that were kept before. The same bytes as the last ones are kept once.
     *
     * @param sealed at most {@link SealedSettings#MOST_BYTES}
     * @throws br.com.dmbackup.core.backup.BackupFault {@code TERMINAL_SETTINGS_REFUSED} when they are too long;
     *         {@code TERMINAL_TOO_OFTEN}; {@code TERMINAL_FULL}; {@code TERMINAL_STORE_FAILED}
     */
    void keepSettings(byte[] sealed);

    /** The sealed settings that were kept last. */
    Optional<SealedSettings> settings();
}
