package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockEncoder;
import br.com.dmbackup.core.archive.block.BlockProof;
import br.com.dmbackup.core.archive.block.EncodedChecksum;
import br.com.dmbackup.core.archive.block.Fingerprint;
import br.com.dmbackup.core.archive.block.Fingerprinting;
import br.com.dmbackup.core.archive.block.KnownBlocks;
import br.com.dmbackup.core.archive.block.NotProvenException;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Some blocks of a dump that stand one right after the other, on their way into the archive: fingerprinted together,
 * taken from what is known in runs as long as possible, encoded where nothing is known, and written in one go.
 */
final class DumpStretch implements OrderedWork.Piece {
    /** No stretch has more blocks. */
    static final int MOST_BLOCKS = 64;

    private final String archive;
    private final KnownBlocks known;
    private final BlockEncoder encoder;
    private final Fingerprinting fingerprinting = new Fingerprinting();
    private final BlockProof proof = new BlockProof();
    private final EncodedChecksum checksum = new EncodedChecksum();
    private final byte[] plain;
    private final byte[] encoded;
    private final int[] starts = new int[MOST_BLOCKS + 1];
    private final List<Block> blocks = new ArrayList<>();

    private int cuts;
    private long firstBlock;
    private int encodedBytes;
    private long newBytes;
    private long newEncodedBytes;

    /**
     * @param archive its name, for faults
     * @param encoder for blocks that are not known; closed with this
     * @param plainBytes how much of a dump there is room for
     */
    DumpStretch(String archive, KnownBlocks known, BlockEncoder encoder, int plainBytes) {
        this.archive = archive;
        this.known = known;
        this.encoder = encoder;
        this.plain = new byte[plainBytes];
        this.encoded = new byte[Block.maximumEncodedBytes(plainBytes) + MOST_BLOCKS * Block.maximumEncodedBytes(0)];
    }

    /** Where the plain bytes are to be put. */
    byte[] plain() {
        return plain;
    }

    /** Empties it for other bytes. */
    void begin(long numberOfFirstBlock) {
        firstBlock = numberOfFirstBlock;
        cuts = 0;
    }

    /** Its next block ends there; the first begins at 0, each other one where the one before ended. */
    void cutAt(int end) {
        starts[++cuts] = end;
    }

    int cuts() {
        return cuts;
    }

    @Override
    public void work() {
        blocks.clear();
        encodedBytes = 0;
        newBytes = 0;
        newEncodedBytes = 0;
        List<Fingerprint> prints = new ArrayList<>(cuts);
        List<Optional<Block>> found = new ArrayList<>(cuts);
        for (int i = 0; i < cuts; i++) {
            Fingerprint print = fingerprinting.of(plain, starts[i], starts[i + 1] - starts[i]);
            prints.add(print);
            found.add(known.find(print));
        }
        for (int first = 0; first < cuts;) {
            int end = endOfRun(found, first);
            if (end > first && take(prints, found, first, end)) {
                first = end;
            } else if (end > first + 1) {
                // One of them is not right: each by itself.
                for (; first < end; first++) {
                    takeOrEncode(prints, found, first);
                }
            } else {
                encode(prints.get(first), first);
                first++;
            }
        }
    }

    private void takeOrEncode(List<Fingerprint> prints, List<Optional<Block>> found, int number) {
        if (!take(prints, found, number, number + 1)) {
            encode(prints.get(number), number);
        }
    }

    /** Where the known blocks end that stand one right after the other in their source, too. */
    private static int endOfRun(List<Optional<Block>> found, int first) {
        int end = first;
        long offset = -1;
        while (end < found.size() && found.get(end).isPresent()) {
            Block block = found.get(end).get();
            if (end > first && block.offset() != offset) {
                break;
            }
            offset = block.offset() + block.encodedBytes();
            end++;
        }
        return end;
    }

    /** Takes known blocks; or none of them when one is not right. */
    private boolean take(List<Fingerprint> prints, List<Optional<Block>> found, int first, int end) {
        long offset = found.get(first).orElseThrow().offset();
        Block last = found.get(end - 1).orElseThrow();
        try {
            known.read(offset, encoded, encodedBytes, (int) (last.offset() + last.encodedBytes() - offset));
        } catch (IOException e) {
            known.lost(e);
            return false;
        }
        int at = encodedBytes;
        for (int i = first; i < end; i++) {
            Block block = found.get(i).orElseThrow();
            if (!right(block, at, i, prints.get(i))) {
                if (end == first + 1) {
                    known.damaged(block);
                }
                return false;
            }
            at += block.encodedBytes();
        }
        for (int i = first; i < end; i++) {
            blocks.add(found.get(i).orElseThrow().taken().at(encodedBytes));
            encodedBytes += found.get(i).orElseThrow().encodedBytes();
        }
        return true;
    }

    private boolean right(Block block, int at, int number, Fingerprint print) {
        return checksum.of(encoded, at, block.encodedBytes()) == block.encodedChecksum()
                && (!(known.doubted() || block.proofDue())
                        || proof.holds(encoded, at, block.encodedBytes(), plain, starts[number], print));
    }

    private void encode(Fingerprint print, int number) {
        try {
            Block block = encoder.encode(print, plain, starts[number]);
            System.arraycopy(encoder.encoded(), 0, encoded, encodedBytes, block.encodedBytes());
            blocks.add(block.at(encodedBytes));
            encodedBytes += block.encodedBytes();
            newBytes += block.plainBytes();
            newEncodedBytes += block.encodedBytes();
        } catch (NotProvenException e) {
            throw BackupFault.of(FaultCode.BLOCK_NOT_PROVEN, archive, firstBlock + number).causedBy(e);
        }
    }

    /** The finished blocks; their offsets count from the stretch's own begin. */
    List<Block> blocks() {
        return blocks;
    }

    /** All their encoded bytes. */
    ByteBuffer encoded() {
        return ByteBuffer.wrap(encoded, 0, encodedBytes);
    }

    /** Length in the dump of the blocks that were not known. */
    long newBytes() {
        return newBytes;
    }

    /** Length in the archive of the blocks that were not known. */
    long newEncodedBytes() {
        return newEncodedBytes;
    }

    @Override
    public void close() {
        encoder.close();
        proof.close();
    }
}
