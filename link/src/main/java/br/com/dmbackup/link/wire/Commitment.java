package br.com.dmbackup.link.wire;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;

/**
 * Makes an archive of blocks that the terminal has: {@link Begin}, {@link Part} until all blocks are named, {@link End};
 * then the terminal works, and tells what came of it.
 */
public sealed interface Commitment extends Message {

    /**
     * What archive it shall be.
     *
     * @param name where it shall stand, as destinations know it
     * @param dumpName of the dump inside
     * @param modifiedMillis its file time, as milliseconds since 1970
     * @param chunker as the archive's index names it
     * @param averageBytes of that chunker
     * @param blocks how many will be named
     * @param manifest JSON, at most {@link Limits#PIECE_BYTES}; a message that was received owns it
     */
    record Begin(String name, String dumpName, long modifiedMillis, int chunker, int averageBytes, int blocks,
            ByteBuffer manifest) implements Commitment {
        static Begin readFrom(FrameReader in) {
            return new Begin(in.text(Limits.NAME_BYTES), in.text(Limits.NAME_BYTES), in.int64(),
                    in.count(Integer.MAX_VALUE), in.count(Integer.MAX_VALUE), in.count(Integer.MAX_VALUE), in.rest());
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.text(name, Limits.NAME_BYTES).text(dumpName, Limits.NAME_BYTES).int64(modifiedMillis)
                    .count(chunker, Integer.MAX_VALUE).count(averageBytes, Integer.MAX_VALUE)
                    .count(blocks, Integer.MAX_VALUE).rest(manifest, Limits.PIECE_BYTES);
        }
    }

    /**
     * Some of its blocks, in order.
     *
     * @param blocks at most {@link Limits#BLOCKS}
     */
    record Part(List<BlockLine> blocks) implements Commitment {
        public Part {
            blocks = List.copyOf(blocks);
        }

        static Part readFrom(FrameReader in) {
            return new Part(in.list(Limits.BLOCKS, BlockLine::readFrom));
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.list(blocks, Limits.BLOCKS, (writer, block) -> block.writeTo(writer));
        }
    }

    /** All are named: make it. */
    record End() implements Commitment {
        static End readFrom(FrameReader in) {
            return new End();
        }

        @Override
        public void writeTo(FrameWriter out) {}
    }

    /**
     * The terminal is still at it; said often enough that silence means something.
     *
     * @param doneBytes of the archive
     * @param totalBytes expected
     */
    record Working(long doneBytes, long totalBytes) implements Commitment {
        static Working readFrom(FrameReader in) {
            return new Working(in.count64(), in.count64());
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.int64(doneBytes).int64(totalBytes);
        }
    }

    /**
     * It stands there, whole and checked.
     *
     * @param archive with the backup id and the dump digest that the terminal itself computed, and in {@link
     *        ArchiveLine#sort()} whether it took its slot or was held aside as suspicious
     */
    record Committed(ArchiveLine archive) implements Commitment {
        static Committed readFrom(FrameReader in) {
            return new Committed(ArchiveLine.readFrom(in));
        }

        @Override
        public void writeTo(FrameWriter out) {
            archive.writeTo(out);
        }
    }

    /**
     * Nothing was made, because blocks are not there; a part of the answer.
     *
     * @param first the place in the plan of this part's first block
     * @param named how many blocks this part is about, at most {@link Limits#HASHES}
     * @param missing the places, counted from {@code first}, of those that are missing
     * @param last whether no more parts follow
     */
    record StillMissing(int first, int named, BitSet missing, boolean last) implements Commitment {
        public StillMissing {
            missing = (BitSet) missing.clone();
        }

        @Override
        public BitSet missing() {
            return (BitSet) missing.clone();
        }

        static StillMissing readFrom(FrameReader in) {
            int first = in.count(Integer.MAX_VALUE);
            int named = in.count(Limits.HASHES);
            return new StillMissing(first, named, in.bits(named), in.flag());
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.count(first, Integer.MAX_VALUE).count(named, Limits.HASHES).bits(missing, named).flag(last);
        }
    }
}
