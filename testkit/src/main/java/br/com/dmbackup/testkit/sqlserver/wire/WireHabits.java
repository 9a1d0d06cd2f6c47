package br.com.dmbackup.testkit.sqlserver.wire;

/**
 * How replies are cut. No client may depend on either number: a token may span packets (MS-TDS 2.2.3.1.2), and TCP
 * keeps no borders at all.
 *
 * @param payloadPerPacket bytes of a reply in each packet, 1 to 4,088
 * @param bytesPerWrite bytes handed to TCP at once
 */
public record WireHabits(int payloadPerPacket, int bytesPerWrite) {
    /** The largest packet that a client accepts before ENVCHANGE 4 tells it otherwise, less its header. */
    public static final int LARGEST_PAYLOAD = 4_096 - PacketInput.HEADER;

    public WireHabits {
        if (payloadPerPacket < 1 || payloadPerPacket > LARGEST_PAYLOAD || bytesPerWrite < 1) {
            throw new IllegalArgumentException(payloadPerPacket + " bytes a packet, " + bytesPerWrite + " a write");
        }
    }

    public static WireHabits usual() {
        return new WireHabits(LARGEST_PAYLOAD, Integer.MAX_VALUE);
    }

    public WireHabits withPayloadPerPacket(int bytes) {
        return new WireHabits(bytes, bytesPerWrite);
    }

    public WireHabits withBytesPerWrite(int bytes) {
        return new WireHabits(payloadPerPacket, bytes);
    }
}
