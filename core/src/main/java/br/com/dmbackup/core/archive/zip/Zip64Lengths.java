package br.com.dmbackup.core.archive.zip;

import java.nio.ByteBuffer;

/** The 64-bit figures of an entry: those of the header, or where they are all ones those of its ZIP64 extra field. */
final class Zip64Lengths {
    private final long plainBytes;
    private final long encodedBytes;
    private final long headerOffset;

    /** @param extras the header's extra fields, to the buffer's limit */
    Zip64Lengths(ByteBuffer extras, long plainBytes, long encodedBytes, long headerOffset) throws ZipFlaw {
        ByteBuffer zip64 = zip64(extras);
        this.plainBytes = plainBytes == ZipEntry.LIMIT ? next(zip64) : plainBytes;
        this.encodedBytes = encodedBytes == ZipEntry.LIMIT ? next(zip64) : encodedBytes;
        this.headerOffset = headerOffset == ZipEntry.LIMIT ? next(zip64) : headerOffset;
    }

    private static ByteBuffer zip64(ByteBuffer extras) {
        while (extras.remaining() >= 4) {
            int id = Short.toUnsignedInt(extras.getShort());
            int length = Math.min(Short.toUnsignedInt(extras.getShort()), extras.remaining());
            if (id == ZipEntry.ZIP64_EXTRA) {
                return extras.slice(extras.position(), length).order(extras.order());
            }
            extras.position(extras.position() + length);
        }
        return ByteBuffer.allocate(0);
    }

    private static long next(ByteBuffer zip64) throws ZipFlaw {
        long value = zip64.remaining() >= 8 ? zip64.getLong() : -1;
        if (value < 0) {
            throw ZipFlaw.broken("ZIP64");
        }
        return value;
    }

    long plainBytes() {
        return plainBytes;
    }

    long encodedBytes() {
        return encodedBytes;
    }

    long headerOffset() {
        return headerOffset;
    }
}
