package br.com.dmbackup.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body that comes in chunks (RFC 9112, 7.1). A read that runs into the socket's time limit may be repeated: nothing
 * that has arrived is lost.
 */
final class ChunkedBody extends InputStream {
    private static final int LONGEST_HEADER = 100;

    private final InputStream in;
    private final StringBuilder header = new StringBuilder();
    private long left;
    private boolean ended;

    ChunkedBody(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (left == 0 && !ended) {
            header();
        }
        if (ended) {
            return -1;
        }
        int read = in.read(bytes, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw new EOFException();
        }
        left -= read;
        return read;
    }

    private void header() throws IOException {
        int c = in.read();
        if (c < 0 || header.length() > LONGEST_HEADER) {
            throw new EOFException();
        }
        if (c != '\n') {
            header.append((char) c);
            return;
        }
        // Between two chunks there is an empty line.
        String size = header.toString().replaceFirst(";.*", "").strip();
        header.setLength(0);
        if (!size.isEmpty()) {
            try {
                left = Long.parseUnsignedLong(size, 16);
            } catch (NumberFormatException e) {
                throw new IOException("no chunk", e);
            }
            ended = left == 0;
        }
    }
}
