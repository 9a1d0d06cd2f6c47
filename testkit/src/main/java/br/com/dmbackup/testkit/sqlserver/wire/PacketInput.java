package br.com.dmbackup.testkit.sqlserver.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads the client's messages, MS-TDS 2.2.3.1: eight bytes of header, length big-endian and with the header. */
public final class PacketInput {
    static final int HEADER = 8;
    static final int END_OF_MESSAGE = 1;
    private final DataInputStream in;

    public PacketInput(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /** The next message; empty when the client has hung up between two. */
    public Optional<Request> read() throws IOException {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        int type = in.read();
        if (type < 0) {
            return Optional.empty();
        }
        PacketType known = PacketType.of(type);
        while (!readPacket(payload)) {
            if (in.read() != type) {
                throw new EOFException("a packet of another type inside a message");
            }
        }
        return Optional.of(new Request(known, payload.toByteArray()));
    }

    /** What follows the type, and whether it was the last packet. */
    private boolean readPacket(ByteArrayOutputStream payload) throws IOException {
        int status = in.readUnsignedByte();
        int length = in.readUnsignedShort();
        in.skipNBytes(4);
        byte[] piece = new byte[length - HEADER];
        in.readFully(piece);
        payload.writeBytes(piece);
        return (status & END_OF_MESSAGE) != 0;
    }
}
