package br.com.dmbackup.link.wire;

import java.nio.ByteBuffer;

/** Reads archives of this server, at any place. */
public sealed interface Reading extends Message {

    /**
     * Opens an archive.
     *
     * @param name as the listing has it
     */
    record Open(String name) implements Reading {
        static Open readFrom(FrameReader in) {
            return new Open(in.text(Limits.NAME_BYTES));
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.text(name, Limits.NAME_BYTES);
        }
    }

    /**
     * It is open, and stays the same archive until it is closed, whatever takes its slot.
     *
     * @param handle by which it is read
     * @param sizeBytes its length
     * @param modifiedMillis its file time, as milliseconds since 1970
     */
    record Opened(int handle, long sizeBytes, long modifiedMillis) implements Reading {
        static Opened readFrom(FrameReader in) {
            return new Opened(in.int32(), in.count64(), in.int64());
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.int32(handle).int64(sizeBytes).int64(modifiedMillis);
        }
    }

    /**
     * Asks for bytes.
     *
     * @param handle of an open archive
     * @param offset of the first
     * @param length at most {@link Limits#PIECE_BYTES}
     */
    record Read(int handle, long offset, int length) implements Reading {
        static Read readFrom(FrameReader in) {
            return new Read(in.int32(), in.count64(), in.count(Limits.PIECE_BYTES));
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.int32(handle).int64(offset).count(length, Limits.PIECE_BYTES);
        }
    }

    /**
     * The bytes; fewer than asked for only where the archive ends.
     *
     * @param data a message that was received owns it
     */
    record Bytes(ByteBuffer data) implements Reading {
        static Bytes readFrom(FrameReader in) {
            return new Bytes(in.rest());
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.rest(data, Limits.PIECE_BYTES);
        }
    }

    /**
     * It is not needed any more. Not answered.
     *
     * @param handle of an open archive
     */
    record Close(int handle) implements Reading {
        static Close readFrom(FrameReader in) {
            return new Close(in.int32());
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.int32(handle);
        }
    }
}
