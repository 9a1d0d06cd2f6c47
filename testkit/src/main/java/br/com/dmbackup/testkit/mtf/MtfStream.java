package br.com.dmbackup.testkit.mtf;

/**
 * The header of a stream.
 *
 * @param id four letters
 * @param mediaAttributes bit 1: its length was not known before; bit 2: its last part
 * @param length bytes of data after the header
 * @param encryption algorithm; 0 for none
 * @param compression algorithm; 0 for none
 */
public record MtfStream(String id, int mediaAttributes, long length, int encryption, int compression) {
    static final int HEADER = 22;

    /** A stream of plain data. */
    public static MtfStream plain(String id, int mediaAttributes, long length) {
        return new MtfStream(id, mediaAttributes, length, 0, 0);
    }

    byte[] header() {
        MtfBytes bytes = new MtfBytes().ascii(0, id).put(4, 2, 0).put(6, 2, mediaAttributes).put(8, 8, length)
                .put(16, 2, encryption).put(18, 2, compression);
        return bytes.put(20, 2, bytes.xor(10)).toArray();
    }
}
