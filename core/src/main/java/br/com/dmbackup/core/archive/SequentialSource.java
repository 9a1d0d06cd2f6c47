package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.zip.ZipBytes;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Reads forward from an offset, through a buffer, keeping the CRC-32 of what was given. */
final class SequentialSource {
    private final ZipBytes bytes;
    private final CRC32 crc = new CRC32();
    private final ByteBuffer buffer = ByteBuffer.allocate(64 << 10).limit(0);
    private long offset;

    SequentialSource(ZipBytes bytes, long offset) {
        this.bytes = bytes;
        this.offset = offset;
    }

    /** Fills the rest of the buffer. */
    void next(ByteBuffer target) throws IOException {
        int start = target.position();
        while (target.hasRemaining()) {
            if (!buffer.hasRemaining()) {
                fill();
            }
            int length = Math.min(buffer.remaining(), target.remaining());
            target.put(buffer.slice(buffer.position(), length));
            buffer.position(buffer.position() + length);
        }
        crc.update(target.duplicate().flip().position(start));
    }

    private void fill() throws IOException {
        long left = bytes.length() - offset;
        if (left <= 0) {
            throw new EOFException("offset " + offset);
        }
        buffer.clear().limit((int) Math.min(left, buffer.capacity()));
        bytes.read(offset, buffer);
        offset += buffer.position();
        buffer.flip();
    }

    int crc32() {
        return (int) crc.getValue();
    }
}
