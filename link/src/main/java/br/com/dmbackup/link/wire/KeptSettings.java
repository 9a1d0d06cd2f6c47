package br.com.dmbackup.link.wire;

import java.nio.ByteBuffer;

/** The server's settings, sealed, kept at the terminal for the machine that will replace the server. */
public sealed interface KeptSettings extends Message {

    /**
     * Keeps these in the place of the ones before.
     *
     * @param sealed at most {@link Limits#PIECE_BYTES}; a message that was received owns it
     */
    record Keep(ByteBuffer sealed) implements KeptSettings {
        static Keep readFrom(FrameReader in) {
            return new Keep(in.rest());
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.rest(sealed, Limits.PIECE_BYTES);
        }
    }

    /** They are kept. */
    record Kept() implements KeptSettings {
        static Kept readFrom(FrameReader in) {
            return new Kept();
        }

        @Override
        public void writeTo(FrameWriter out) {}
    }

    /** Asks for them. */
    record Ask() implements KeptSettings {
        static Ask readFrom(FrameReader in) {
            return new Ask();
        }

        @Override
        public void writeTo(FrameWriter out) {}
    }

    /**
     * The answer.
     *
     * @param keptMillis when they were kept, as milliseconds since 1970
     * @param sealed empty where none are kept; a message that was received owns it
     */
    record Are(long keptMillis, ByteBuffer sealed) implements KeptSettings {
        static Are readFrom(FrameReader in) {
            return new Are(in.int64(), in.rest());
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.int64(keptMillis).rest(sealed, Limits.PIECE_BYTES);
        }
    }
}
