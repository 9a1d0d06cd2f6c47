package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.archive.ManifestJson;
import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.Sha256;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.SafeName;
import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.terminal.vault.shelf.StoreFolder;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A commit's plan, found not to contradict itself.
 *
 * @param slot of its hour
 * @param doubted whether the server itself found the backup suspicious
 */
record Plan(CommitPlan asked, Manifest manifest, Slot slot, boolean doubted) {
    /** Of an index's fields for the chunker. */
    private static final int MOST_CHUNKER = 0xffff;
    private static final Instant EARLIEST = Instant.parse("1980-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2107-12-30T00:00:00Z");

    /**
     * @throws BackupFault {@code TERMINAL_NAME_REFUSED}, {@code TERMINAL_PLAN_WRONG}
     */
    static Plan of(CommitPlan asked, StoreFolder folder) {
        Optional<Slot> slot = folder.slotOf(asked.name());
        Optional<Slot> ring = folder.ringOf(asked.name());
        Slot hour = slot.or(() -> ring)
                .orElseThrow(() -> BackupFault.of(FaultCode.TERMINAL_NAME_REFUSED, asked.name().value()));
        require(asked.manifest().length <= CommitPlan.MOST_MANIFEST_BYTES, asked, "manifest: length");
        Manifest manifest = ManifestJson.read(asked.manifest()).orElseThrow(() -> wrong(asked, "manifest"));
        require(SafeName.isSafe(asked.dumpName()) && asked.dumpName().equals(manifest.dumpName()), asked, "dump name");
        require(asked.chunker() >= 0 && asked.chunker() <= MOST_CHUNKER && asked.averageBytes() > 0, asked, "chunker");
        Plan plan = new Plan(asked, manifest, hour, ring.isPresent());
        plan.requireDump();
        return plan;
    }

    /** The archive's time, as far as a ZIP can say it. */
    Instant modifiedAt() {
        Instant asked = this.asked.modifiedAt();
        return asked.isBefore(EARLIEST) ? EARLIEST : asked.isAfter(LATEST) ? LATEST : asked;
    }

    /** The list of blocks must be that of the dump of which the manifest speaks. */
    private void requireDump() {
        PlannedBlocks blocks = asked.blocks();
        MessageDigest digest = Sha256.create();
        ByteBuffer length = ByteBuffer.allocate(Long.BYTES);
        long dumpBytes = 0;
        for (int number = 0; number < blocks.count(); number++) {
            int plainBytes = blocks.plainBytes(number);
            require(plainBytes > 0 && plainBytes <= Block.MAXIMUM_PLAIN_BYTES, asked, "block " + number);
            dumpBytes += plainBytes;
            digest.update(length.clear().putLong(plainBytes).array());
            digest.update(blocks.sha256(number));
        }
        require(dumpBytes == manifest.dumpBytes(), asked, "dump: length");
        require(HexFormat.of().formatHex(digest.digest()).equals(manifest.dumpDigest()), asked, "dump: digest");
    }

    private static void require(boolean right, CommitPlan asked, String what) {
        if (!right) {
            throw wrong(asked, what);
        }
    }

    static BackupFault wrong(CommitPlan asked, String what) {
        return BackupFault.of(FaultCode.TERMINAL_PLAN_WRONG, asked.name().value(), what);
    }
}
