package br.com.dmbackup.link.wire;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;

/** Which blocks the terminal has, and those that it has not. */
public sealed interface Blocks extends Message {

    /**
     * Asks which of these the terminal has.
     *
     * @param hashes of plain bytes, at most {@link Limits#HASHES}
     */
    record Have(List<Sha256Hash> hashes) implements Blocks {
        public Have {
            hashes = List.copyOf(hashes);
        }

        static Have readFrom(FrameReader in) {
            return new Have(in.list(Limits.HASHES, FrameReader::hash));
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.list(hashes, Limits.HASHES, FrameWriter::hash);
        }
    }

    /**
     * The answer.
     *
     * @param asked how many there were in the question
     * @param missing the places, counted from 0, of those that the terminal has not
     */
    record Missing(int asked, BitSet missing) implements Blocks {
        public Missing {
            missing = (BitSet) missing.clone();
        }

        @Override
        public BitSet missing() {
            return (BitSet) missing.clone();
        }

        static Missing readFrom(FrameReader in) {
            int asked = in.count(Limits.HASHES);
            return new Missing(asked, in.bits(asked));
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.count(asked, Limits.HASHES).bits(missing, asked);
        }
    }

    /**
     * One block. It is not answered; a {@link Sync} tells that it and all before it arrived.
     *
     * @param hash of the plain bytes
     * @param plainBytes their length
     * @param crc32 of the plain bytes
     * @param encoded as they stand in an archive; a message that was received owns them
     */
    record Put(Sha256Hash hash, int plainBytes, int crc32, ByteBuffer encoded) implements Blocks {
        static Put readFrom(FrameReader in) {
            return new Put(in.hash(), in.count(Limits.BLOCK_PLAIN_BYTES), in.int32(), in.rest());
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.hash(hash).count(plainBytes, Limits.BLOCK_PLAIN_BYTES).int32(crc32).rest(encoded,
                    Limits.BLOCK_ENCODED_BYTES);
        }
    }

    /**
     * Asks to be told when everything before it is kept.
     *
     * @param number any, given back
     */
    record Sync(long number) implements Blocks {
        static Sync readFrom(FrameReader in) {
            return new Sync(in.int64());
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.int64(number);
        }
    }

    /**
     * Everything before that {@link Sync} is kept.
     *
     * @param number the one that was given
     */
    record Synced(long number) implements Blocks {
        static Synced readFrom(FrameReader in) {
            return new Synced(in.int64());
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.int64(number);
        }
    }
}
