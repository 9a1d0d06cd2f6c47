package br.com.dmbackup.testkit.sqlserver.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * Writes replies as packets of type 4, MS-TDS 2.2.3.1. Progress is a packet that is not the last of its message,
 * {@linkplain #flush flushed}.
 */
public final class PacketOutput {
    private final OutputStream out;
    private final WireHabits habits;
    private Bytes waiting = new Bytes();
    private int packetId;

    public PacketOutput(OutputStream out, WireHabits habits) {
        this.out = out;
        this.habits = habits;
    }

    /** Whole packets leave at once; the rest waits, as only the end knows whether it is the last. */
    public void write(Bytes tokens) throws IOException {
        waiting.bytes(tokens.toArray());
        if (waiting.size() > habits.payloadPerPacket()) {
            send(false, habits.payloadPerPacket());
        }
    }

    /** Sends all that was written, the message going on. */
    public void flush() throws IOException {
        send(false, 1);
    }

    /** Sends the rest as the end of the message. */
    public void end() throws IOException {
        send(true, 1);
        packetId = 0;
    }

    private void send(boolean last, int atLeast) throws IOException {
        byte[] all = waiting.toArray();
        int from = 0;
        while (all.length - from > habits.payloadPerPacket()) {
            packet(all, from, habits.payloadPerPacket(), false);
            from += habits.payloadPerPacket();
        }
        boolean rest = all.length - from >= atLeast;
        if (last || rest) {
            packet(all, from, all.length - from, last);
            from = all.length;
        }
        waiting = new Bytes();
        waiting.bytes(java.util.Arrays.copyOfRange(all, from, all.length));
    }

    private void packet(byte[] payload, int from, int count, boolean last) throws IOException {
        packetId++;
        byte[] packet = ByteBuffer.allocate(PacketInput.HEADER + count).put((byte) PacketType.REPLY.code())
                .put((byte) (last ? PacketInput.END_OF_MESSAGE : 0)).putShort((short) (PacketInput.HEADER + count))
                .putShort((short) 0).put((byte) packetId).put((byte) 0).put(payload, from, count).array();
        for (int at = 0; at < packet.length;) {
            int piece = Math.min(habits.bytesPerWrite(), packet.length - at);
            out.write(packet, at, piece);
            out.flush();
            at += piece;
        }
    }
}
