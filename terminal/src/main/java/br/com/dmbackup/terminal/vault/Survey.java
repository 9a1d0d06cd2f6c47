package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.backup.DumpTraits;
import br.com.dmbackup.terminal.vault.shelf.HeldArchive;
import br.com.dmbackup.terminal.vault.shelf.ShelfReading;
import br.com.dmbackup.terminal.vault.shelf.ShelfReading.Found;
import br.com.dmbackup.terminal.vault.spool.BlockKey;
import java.util.BitSet;
import java.util.Optional;

/**
 * What a look for all blocks of a plan found.
 *
 * @param missing numbers of those that are nowhere
 * @param traits of the dump, as this terminal sees it against the archive that it accepted last
 */
record Survey(BitSet missing, DumpTraits traits) {

    static Survey of(Plan plan, Store store, ShelfReading reading) {
        Optional<HeldArchive> base = store.shelf().goodNewestFirst().stream().findFirst();
        PlannedBlocks blocks = plan.asked().blocks();
        BitSet missing = new BitSet();
        long encoded = 0;
        long fresh = 0;
        long freshEncoded = 0;
        for (int number = 0; number < blocks.count(); number++) {
            VaultFaults.stopWhenInterrupted(store.folder().root());
            byte[] sha256 = blocks.sha256(number);
            Optional<Found> found = reading.find(sha256);
            Optional<Block> block = found.map(Found::block).or(() -> store.spool().find(BlockKey.of(sha256)));
            if (block.isEmpty()) {
                missing.set(number);
                continue;
            }
            if (block.get().plainBytes() != blocks.plainBytes(number)) {
                throw Plan.wrong(plan.asked(), "block " + number + ": length");
            }
            encoded += block.get().encodedBytes();
            if (found.map(Found::archive).filter(archive -> base.equals(Optional.of(archive))).isEmpty()) {
                fresh += block.get().plainBytes();
                freshEncoded += block.get().encodedBytes();
            }
        }
        return new Survey(missing, new DumpTraits(encoded, fresh, freshEncoded, base.isPresent()));
    }

    /** About how long the archive becomes. */
    long archiveBytes(Plan plan) {
        return traits.encodedBytes() + (long) plan.asked().blocks().count() * Block.LINE_BYTES
                + plan.asked().manifest().length + SMALL_PARTS;
    }

    /** Headers, directory, and a manifest that says a little more than the server's. */
    private static final long SMALL_PARTS = 16 << 10;
}
