package br.com.dmbackup.link.wire;

import java.nio.ByteBuffer;

/** The words of two machines that do not know each other yet; {@code link.pairing} knows what they mean. */
public sealed interface Pairing extends Message {
    /** Longest payload of one round. */
    int ROUND_BYTES = 512;

    /**
     * A server asks to be paired. With it a try begins.
     *
     * @param protocolVersion the newest that it speaks
     * @param programVersion for people
     * @param cnpj the store's, 14 characters; empty where it has none
     * @param storeName for people
     * @param database the name of the database
     * @param serverName what its people call that machine
     * @param replacement whether it takes the place of a machine that is gone
     * @param archiveBytes about how long one of its archives will be; 0 where it does not know
     */
    record Begin(int protocolVersion, String programVersion, String cnpj, String storeName, String database,
            String serverName, boolean replacement, long archiveBytes) implements Pairing {
        static Begin readFrom(FrameReader in) {
            return new Begin(in.int32(), in.text(Limits.NAME_BYTES), in.text(Limits.NAME_BYTES),
                    in.text(Limits.NAME_BYTES), in.text(Limits.NAME_BYTES), in.text(Limits.NAME_BYTES), in.flag(),
                    in.count64());
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.int32(protocolVersion).text(programVersion, Limits.NAME_BYTES).text(cnpj, Limits.NAME_BYTES)
                    .text(storeName, Limits.NAME_BYTES).text(database, Limits.NAME_BYTES)
                    .text(serverName, Limits.NAME_BYTES).flag(replacement).int64(archiveBytes);
        }
    }

    /**
     * The terminal offers a code.
     *
     * @param protocolVersion the one that both speak from here on
     * @param programVersion for people
     * @param terminalName what its people call it
     */
    record Ready(int protocolVersion, String programVersion, String terminalName) implements Pairing {
        static Ready readFrom(FrameReader in) {
            return new Ready(in.int32(), in.text(Limits.NAME_BYTES), in.text(Limits.NAME_BYTES));
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.int32(protocolVersion).text(programVersion, Limits.NAME_BYTES).text(terminalName, Limits.NAME_BYTES);
        }
    }

    /**
     * One side's part of the first round; the server's comes first.
     *
     * @param payload as {@code docs/format/link.md} has it
     */
    record FirstRound(ByteBuffer payload) implements Pairing {
        static FirstRound readFrom(FrameReader in) {
            return new FirstRound(in.rest());
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.rest(payload, ROUND_BYTES);
        }
    }

    /**
     * One side's part of the second round; the server's comes first.
     *
     * @param payload as {@code docs/format/link.md} has it
     */
    record SecondRound(ByteBuffer payload) implements Pairing {
        static SecondRound readFrom(FrameReader in) {
            return new SecondRound(in.rest());
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.rest(payload, ROUND_BYTES);
        }
    }

    /**
     * The third round: one side shows that it has the same key and saw the same words; the server first. The terminal's,
     * when it has checked the server's, ends the pairing.
     *
     * @param tag HMAC-SHA-256
     */
    record Confirmation(Sha256Hash tag) implements Pairing {
        static Confirmation readFrom(FrameReader in) {
            return new Confirmation(in.hash());
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.hash(tag);
        }
    }
}
