package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.protocol.Phrase;
import java.util.BitSet;
import java.util.Optional;

/** How a commit ended, when it did not fail. */
public sealed interface CommitOutcome {
    /**
     * The archive is placed, on the disk, and was read back.
     *
     * @param archive as it stands here; its kind is {@code SLOT} or {@code SUSPICIOUS}
     * @param backup the backup inside
     * @param dumpDigest as it was computed here, lower-case hexadecimal
     * @param suspicion why it was placed in the ring, where this terminal found it suspicious
     */
    record Committed(VaultArchive archive, BackupId backup, String dumpDigest, Optional<Phrase> suspicion)
            implements
                CommitOutcome {}

    /**
     * Blocks are not here, or are not right any more: nothing was placed. The server sends them and commits again.
     *
     * @param blocks their numbers in the plan
     */
    record StillMissing(BitSet blocks) implements CommitOutcome {}
}
