package br.com.dmbackup.testkit.sqlserver.login;

import br.com.dmbackup.testkit.sqlserver.wire.ByteReader;

/**
 * LOGIN7, MS-TDS 2.2.6.4: 94 fixed bytes with {offset, characters} of the texts that follow. Optional features are left
 * unanswered, which is legal and says that there are none.
 *
 * @param password in clear
 * @param language empty for the login's own
 * @param database empty for the login's own
 * @param integrated whether a Windows login is meant (SSPI), which the double has not
 */
public record Login7(String host, String user, String password, String application, String language, String database,
        boolean integrated) {
    private static final int OPTION_FLAGS_2 = 25;
    private static final int INTEGRATED_SECURITY = 0x80;
    private static final int PASSWORD = 44;

    public static Login7 read(byte[] payload) {
        ByteReader in = new ByteReader(payload);
        return new Login7(text(in, 36), text(in, 40), password(in), text(in, 48), text(in, 64), text(in, 68),
                (in.at(OPTION_FLAGS_2).u8() & INTEGRATED_SECURITY) != 0);
    }

    @Override
    public String toString() {
        return "Login7[" + user + "@" + host + "]";
    }

    private static String text(ByteReader in, int pair) {
        int offset = in.at(pair).u16();
        int chars = in.u16();
        return in.at(offset).utf16(chars);
    }

    /** Each byte was turned by a nibble and then xored with A5. */
    private static String password(ByteReader in) {
        int offset = in.at(PASSWORD).u16();
        int chars = in.u16();
        byte[] hidden = in.at(offset).bytes(2 * chars);
        for (int i = 0; i < hidden.length; i++) {
            int plain = (hidden[i] & 0xFF) ^ 0xA5;
            hidden[i] = (byte) (plain >>> 4 | plain << 4);
        }
        return ByteReader.utf16(hidden);
    }
}
