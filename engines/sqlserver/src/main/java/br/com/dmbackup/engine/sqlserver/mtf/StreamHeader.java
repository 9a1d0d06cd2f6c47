package br.com.dmbackup.engine.sqlserver.mtf;

import br.com.dmbackup.engine.sqlserver.mtf.MtfDamage.Part;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The header of a data stream, 22 bytes ("Stream Header"). It begins at a multiple of four.
 *
 * @param id four letters
 * @param mediaAttributes "Stream Media Format Attributes"
 * @param length bytes of data behind the header
 * @param encryption "Data Encryption Algorithm", 0 for none
 * @param compression "Data Compression Algorithm", 0 for none
 */
record StreamHeader(String id, int mediaAttributes, long length, int encryption, int compression) {
    static final int BYTES = 22;
    /** "Pad Stream": fills a block up, and is its last. */
    static final String PAD = "SPAD";
    private static final int CHECKSUM_AT = 20;

    static StreamHeader read(ForwardBytes in) throws IOException, Broken {
        in.skip(Math.floorMod(-in.position(), 4));
        long offset = in.position();
        ByteBuffer header = in.take(BYTES);
        if (!looksRight(header)) {
            throw new Broken(Part.STREAM_HEADER, offset);
        }
        return new StreamHeader(StandardCharsets.ISO_8859_1.decode(header.slice(0, 4)).toString(),
                Short.toUnsignedInt(header.getShort(6)), header.getLong(8), Short.toUnsignedInt(header.getShort(16)),
                Short.toUnsignedInt(header.getShort(18)));
    }

    static boolean looksRight(ByteBuffer header) {
        return header.remaining() >= BYTES && HeaderChecksum.isName(header)
                && HeaderChecksum.holds(header, CHECKSUM_AT) && header.getLong(8) >= 0;
    }
}
