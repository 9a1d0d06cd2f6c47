package br.com.dmbackup.link.wire;

import java.util.Optional;

/** The first words of a connection, and the last. */
public sealed interface Greeting extends Message {

    /** The protocol that this program speaks. */
    int PROTOCOL_VERSION = 1;

    /**
     * What the server says first.
     *
     * @param protocolVersion the newest that it speaks
     * @param programVersion for people
     * @param database the name of the database, as its manifests tell it
     * @param dumpName such as {@code MCDados.bak}
     */
    record Hello(int protocolVersion, String programVersion, String database, String dumpName) implements Greeting {
        static Hello readFrom(FrameReader in) {
            return new Hello(in.int32(), in.text(Limits.NAME_BYTES), in.text(Limits.NAME_BYTES),
                    in.text(Limits.NAME_BYTES));
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.int32(protocolVersion).text(programVersion, Limits.NAME_BYTES).text(database, Limits.NAME_BYTES)
                    .text(dumpName, Limits.NAME_BYTES);
        }
    }

    /**
     * The terminal's answer.
     *
     * @param protocolVersion the one that both speak from here on
     * @param terminalName what its people call it
     * @param programVersion for people
     * @param clockMillis what its clock says, as milliseconds since 1970
     * @param freeBytes free on the disk with its copies
     * @param totalBytes of that disk
     * @param paused why it takes nothing at the moment; empty when it does
     */
    record Welcome(int protocolVersion, String terminalName, String programVersion, long clockMillis, long freeBytes,
            long totalBytes, Optional<String> paused) implements Greeting {
        static Welcome readFrom(FrameReader in) {
            return new Welcome(in.int32(), in.text(Limits.NAME_BYTES), in.text(Limits.NAME_BYTES), in.int64(),
                    in.count64(), in.count64(), in.optional(reader -> reader.text(Limits.NAME_BYTES)));
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.int32(protocolVersion).text(terminalName, Limits.NAME_BYTES).text(programVersion, Limits.NAME_BYTES)
                    .int64(clockMillis).int64(freeBytes).int64(totalBytes)
                    .optional(paused, (writer, why) -> writer.text(why, Limits.NAME_BYTES));
        }
    }

    /** The server is done; nothing follows, and nothing is answered. */
    record Goodbye() implements Greeting {
        static Goodbye readFrom(FrameReader in) {
            return new Goodbye();
        }

        @Override
        public void writeTo(FrameWriter out) {}
    }
}
