package br.com.dmbackup.testkit.sqlserver.login;

import java.nio.ByteBuffer;

/**
 * PRELOGIN, MS-TDS 2.2.6.5: options of {token, offset, length}, big-endian, offsets from the start of the payload.
 *
 * @param encryption what the client asks for: 0 for the login alone, 1 for all, 2 for none, 3 required
 */
public record PreLogin(int encryption) {
    private static final int VERSION = 0;
    private static final int ENCRYPTION = 1;
    private static final int INSTANCE = 2;
    private static final int THREAD = 3;
    private static final int MARS = 4;
    private static final int END = 0xFF;
    private static final int OPTION_SIZE = 5;

    public static PreLogin read(byte[] payload) {
        ByteBuffer in = ByteBuffer.wrap(payload);
        for (int token = in.get() & 0xFF; token != END; token = in.get() & 0xFF) {
            int offset = in.getShort() & 0xFFFF;
            in.getShort();
            if (token == ENCRYPTION) {
                return new PreLogin(payload[offset] & 0xFF);
            }
        }
        throw new IllegalArgumentException("a PRELOGIN that says nothing of encryption");
    }

    /** The payload of the answer. */
    public byte[] answer(Encryption agreed, int major, int minor, int build) {
        byte[][] values = {{(byte) major, (byte) minor, (byte) (build >>> 8), (byte) build, 0, 0},
                {(byte) agreed.code()}, {0}, {}, {0}};
        int[] tokens = {VERSION, ENCRYPTION, INSTANCE, THREAD, MARS};
        ByteBuffer out = ByteBuffer.allocate(64);
        int offset = tokens.length * OPTION_SIZE + 1;
        for (int i = 0; i < tokens.length; i++) {
            out.put((byte) tokens[i]).putShort((short) offset).putShort((short) values[i].length);
            offset += values[i].length;
        }
        out.put((byte) END);
        for (byte[] value : values) {
            out.put(value);
        }
        byte[] answer = new byte[out.flip().remaining()];
        out.get(answer);
        return answer;
    }
}
