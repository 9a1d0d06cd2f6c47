package br.com.dmbackup.engine.sqlserver.mtf;

import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What "Tape Header Descriptor Block (MTF_TAPE)" says of the media.
 *
 * @param family "Media Family ID"
 * @param sequence "Media Sequence Number": 1 for the only or first part
 * @param software "Software Name"
 * @param filemarkBytes "Soft Filemark Block Size", in bytes
 * @param written "Media Date"
 */
public record MediaHeader(long family, int sequence, String name, String software, int filemarkBytes,
        Optional<LocalDateTime> written) {
    static final String TYPE = "TAPE";
    private static final int FILEMARK_UNIT = 512;
    private static final int LOGICAL_BLOCK_AT = 84;
    private static final int VENDOR_AT = 86;
    private static final int VERSION_AT = 93;
    private static final int SQL_SERVER = 0x1200;

    static MediaHeader of(Block block) {
        return new MediaHeader(block.u32(52), block.u16(60), block.text(68), block.text(80),
                block.u16(64) * FILEMARK_UNIT, block.date(88));
    }

    /** Whether a file that begins so is one of SQL Server's even where its first letters, or others, are damaged. */
    static boolean resembles(ByteBuffer head) {
        return head.remaining() > VERSION_AT && head.getShort(LOGICAL_BLOCK_AT) == MtfReader.LOGICAL_BLOCK
                && head.getShort(VENDOR_AT) == SQL_SERVER && head.get(VERSION_AT) == 1;
    }
}
