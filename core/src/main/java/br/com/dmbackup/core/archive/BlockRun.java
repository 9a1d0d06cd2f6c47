package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockDecoder;
import br.com.dmbackup.core.archive.zip.ZipBytes;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A few blocks that stand one after the other, read at once and looked at one by one. */
final class BlockRun implements OrderedWork.Piece {

    /** Says whether a block is right, on the worker. */
    @FunctionalInterface
    interface Question {
        boolean right(BlockDecoder decoder, Block block, ByteBuffer encoded);
    }

    /** Takes the plain bytes of a block that is right. */
    @FunctionalInterface
    interface Effect {
        void take(ByteBuffer plain, long dumpOffset);
    }

    private final ZipBytes bytes;
    private final String archive;
    private final Question question;
    private final Effect effect;
    private final Arena memory = Arena.ofShared();
    private final ByteBuffer encoded;
    private final BlockDecoder decoder;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Damage> damages = new ArrayList<>();
    private int firstNumber;
    private int encodedBytes;
    private long dumpOffset;
    private long dumpEnd;

    BlockRun(ZipBytes bytes, String archive, int mostEncoded, int longestPlain, Question question, Effect effect) {
        this.bytes = bytes;
        this.archive = archive;
        this.question = question;
        this.effect = effect;
        this.encoded = memory.allocate(mostEncoded).asByteBuffer();
        this.decoder = new BlockDecoder(longestPlain, memory);
    }

    void begin(int blockNumber, long placeInDump) {
        firstNumber = blockNumber;
        dumpOffset = placeInDump;
        dumpEnd = placeInDump;
        encodedBytes = 0;
        blocks.clear();
        damages.clear();
    }

    /** Adds the next block where there is room for it; for one there always is. */
    boolean add(Block block) {
        if (encodedBytes + block.encodedBytes() > encoded.capacity()) {
            return false;
        }
        blocks.add(block);
        encodedBytes += block.encodedBytes();
        dumpEnd += block.plainBytes();
        return true;
    }

    int size() {
        return blocks.size();
    }

    @Override
    public void work() {
        try {
            bytes.read(blocks.getFirst().offset(), encoded.clear().limit(encodedBytes));
        } catch (IOException e) {
            throw IoFaults.reading(archive, e);
        }
        long place = dumpOffset;
        int at = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (question.right(decoder, block, encoded.slice(at, block.encodedBytes()))) {
                effect.take(decoder.plain(), place);
            } else {
                damages.add(new Damage(Damage.Region.BLOCK, block.offset(), block.encodedBytes(), firstNumber + i,
                        place));
            }
            place += block.plainBytes();
            at += block.encodedBytes();
        }
    }

    /** The blocks that are not right. */
    List<Damage> damages() {
        return damages;
    }

    /** The plain bytes of the last block, if that is right. */
    ByteBuffer plain() {
        return decoder.plain();
    }

    /** Where the run ends in the archive. */
    long archiveEnd() {
        return blocks.getFirst().offset() + encodedBytes;
    }

    /** Where the run ends in the dump. */
    long dumpEnd() {
        return dumpEnd;
    }

    @Override
    public void close() {
        decoder.close();
        try {
            memory.close();
        } catch (IllegalStateException e) {
            // A worker hangs in a read and was left behind; its memory stays with it.
        }
    }
}
