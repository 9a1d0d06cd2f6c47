package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.destination.ArchiveName;
import java.time.Instant;

/**
 * An archive that a server wants made of blocks. Everything in it is the server's word.
 *
 * @param name the slot's ({@code 09h/MCDados.zip}), or the suspicious ring's for one that the server itself found
 *        suspicious; no other is accepted
 * @param dumpName name of the dump's entry, such as {@code MCDados.bak}
 * @param modifiedAt the archive's time
 * @param chunker number of the chunker that cut the dump, for the index
 * @param averageBytes that chunker's average, for the index
 * @param blocks in the dump's order
 * @param manifest as JSON, at most {@link #MOST_MANIFEST_BYTES}
 */
@SuppressWarnings("ArrayRecordComponent")
public record CommitPlan(ArchiveName name, String dumpName, Instant modifiedAt, int chunker, int averageBytes,
        PlannedBlocks blocks, byte[] manifest) {
    /** A longer manifest is refused. */
    public static final int MOST_MANIFEST_BYTES = 1 << 20;
}
