package br.com.dmbackup.testkit.sqlserver.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

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

    /**
     * Whole packets leave at once; the rest waits, and be it a whole one: the driver does not understand a last packet
     * that is empty.
     */
    public void write(Bytes tokens) throws IOException {
        waiting.bytes(tokens.toArray());
        byte[] all = waiting.toArray();
        int from = 0;
        while (all.length - from > habits.payloadPerPacket()) {
            packet(all, from, habits.payloadPerPacket(), false);
            from += habits.payloadPerPacket();
        }
        waiting = new Bytes().bytes(Arrays.copyOfRange(all, from, all.length));
    }

    /** Writes the end of a statement. */
    public void write(Done done) throws IOException {
        Bytes token = new Bytes();
        done.write(token);
        write(token);
    }

    /** Sends all that was written, the message going on. */
    public void flush() throws IOException {
        if (waiting.size() > 0) {
            packet(waiting.toArray(), 0, waiting.size(), false);
            waiting = new Bytes();
        }
    }

    /** Sends the rest as the end of the message. */
    public void end() throws IOException {
        packet(waiting.toArray(), 0, waiting.size(), true);
        waiting = new Bytes();
        packetId = 0;
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
