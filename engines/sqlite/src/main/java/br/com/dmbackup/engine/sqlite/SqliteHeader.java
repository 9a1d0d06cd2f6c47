package br.com.dmbackup.engine.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The first 100 bytes of a database file (SQLite file format, section 1.3).
 *
 * @param pageSize bytes of a page, a power of two from 512 to 65,536
 * @param pageCount pages of the database; 0 where the header does not say
 */
record SqliteHeader(int pageSize, long pageCount) {
    static final int LENGTH = 100;
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PAGE_SIZE_AT = 16;
    private static final int PAGE_COUNT_AT = 28;

    /** The header in these bytes; none when they are no SQLite database. */
    static Optional<SqliteHeader> in(byte[] head) {
        if (head.length < LENGTH || !Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(head);
        int stored = Short.toUnsignedInt(bytes.getShort(PAGE_SIZE_AT));
        int pageSize = stored == 1 ? 65_536 : stored;
        if (pageSize < 512 || Integer.bitCount(pageSize) != 1) {
            return Optional.empty();
        }
        return Optional.of(new SqliteHeader(pageSize, Integer.toUnsignedLong(bytes.getInt(PAGE_COUNT_AT))));
    }

    /** The header of a file that is no live database. */
    static Optional<SqliteHeader> of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in(in.readNBytes(LENGTH));
        }
    }

    long databaseBytes() {
        return pageCount * pageSize;
    }
}
