package br.com.dmbackup.link.wire;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Messages over two streams: a frame is the length of its payload (4 bytes, big-endian), the number of its kind (1 byte)
 * and the payload. One thread may send while another receives. How long to wait for bytes is the streams' affair: a
 * socket's read timeout becomes {@code LINK_SILENT}; who trickles bytes to keep a connection is the receiver's.
 *
 * <p>Every method throws {@link BackupFault}s and nothing else, after which the connection is of no more use: {@code
 * LINK_LOST}, {@code LINK_SILENT}, {@code LINK_GARBLED} (what came is no message, too long, or not one that may come
 * now), and where the streams are TLS {@code LINK_NOT_PAIRED}, {@code LINK_HANDSHAKE_FAILED}.
 */
public final class FramedConnection {
    private static final int HEADER_BYTES = 5;
    private static final int BUFFER_BYTES = 16 << 10;
    private static final int FIRST_BYTES = 64 << 10;

    private final String peer;
    private final InputStream in;
    private final OutputStream out;
    private volatile long sentBytes;
    private volatile long receivedBytes;

    /**
     * @param peer whom the streams lead to, as people know it: for faults
     */
    public FramedConnection(String peer, InputStream in, OutputStream out) {
        this.peer = peer;
        this.in = new BufferedInputStream(in, BUFFER_BYTES);
        this.out = new BufferedOutputStream(out, BUFFER_BYTES);
    }

    /** Whom it leads to. */
    public String peer() {
        return peer;
    }

    /** Sends a message, or keeps it until {@link #flush} or until enough have come together. */
    public void send(Message message) {
        var payload = new FrameWriter();
        message.writeTo(payload);
        int length = payload.length();
        if (length > message.kind().limitBytes()) {
            throw new IllegalArgumentException(message.kind() + " of " + length + " bytes");
        }
        try {
            var header = new FrameWriter().int32(length).int8(message.kind().number());
            header.start().writeTo(out);
            payload.start().writeTo(out);
            write(payload.rest());
        } catch (IOException e) {
            throw StreamFaults.of(peer, e);
        }
        count(HEADER_BYTES + length, true);
    }

    /** Sends what was kept. */
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw StreamFaults.of(peer, e);
        }
    }

    /**
     * The next message.
     *
     * @param expected what may come now; a {@link Failure} must be among them to be taken as a message
     */
    public Message receive(Set<MessageKind> expected) {
        return receiveOrEnd(expected)
                .orElseThrow(() -> BackupFault.of(FaultCode.LINK_LOST, peer, Phrase.of("link.closed")));
    }

    /** The next message; none where the other side has ended the stream between two of them. */
    public Optional<Message> receiveOrEnd(Set<MessageKind> expected) {
        try {
            byte[] header = in.readNBytes(HEADER_BYTES);
            if (header.length == 0) {
                return Optional.empty();
            }
            requireWhole(HEADER_BYTES - header.length);
            ByteBuffer fields = ByteBuffer.wrap(header);
            int length = fields.getInt();
            MessageKind kind = expectedKind(fields.get() & 0xff, length, expected);
            byte[] payload = payload(length);
            count(HEADER_BYTES + length, false);
            return Optional.of(kind.read(new FrameReader(peer, ByteBuffer.wrap(payload))));
        } catch (IOException e) {
            throw StreamFaults.of(peer, e);
        }
    }

    /** The next message, which must be of that sort; a {@link Failure} in its place is thrown. */
    public <M extends Message> M receive(Class<M> type) {
        return type.cast(receiveOrFail(EnumSet.of(MessageKind.of(type))));
    }

    /** The next message, which must be of one of those kinds; a {@link Failure} in its place is thrown. */
    public Message receiveOrFail(Set<MessageKind> kinds) {
        EnumSet<MessageKind> expected = EnumSet.copyOf(kinds);
        expected.add(MessageKind.FAULT);
        Message message = receive(expected);
        if (message instanceof Failure failure) {
            throw failure.fault(peer);
        }
        return message;
    }

    /** Sends a question at once, and gives its answer; a {@link Failure} in its place is thrown. */
    public <M extends Message> M ask(Message question, Class<M> answer) {
        send(question);
        flush();
        return receive(answer);
    }

    /** Bytes of all messages sent so far, with their frames. */
    public long sentBytes() {
        return sentBytes;
    }

    /** Bytes of all messages received so far, with their frames. */
    public long receivedBytes() {
        return receivedBytes;
    }

    private MessageKind expectedKind(int number, int length, Set<MessageKind> expected) {
        MessageKind kind = MessageKind.numbered(number).orElseThrow(() -> garbled("kind " + number));
        if (!expected.contains(kind)) {
            throw garbled(kind + " not expected");
        }
        if (length < 0 || length > kind.limitBytes()) {
            throw garbled(kind + " of " + length + " bytes");
        }
        return kind;
    }

    /** Room is made as the bytes come: a length that is only announced takes little. */
    private byte[] payload(int length) throws IOException {
        byte[] payload = new byte[Math.min(length, FIRST_BYTES)];
        int read = 0;
        while (true) {
            read += in.readNBytes(payload, read, payload.length - read);
            requireWhole(payload.length - read);
            if (read == length) {
                return payload;
            }
            payload = Arrays.copyOf(payload, (int) Math.min(length, 2L * payload.length));
        }
    }

    private void requireWhole(int missing) {
        if (missing > 0) {
            throw BackupFault.of(FaultCode.LINK_LOST, peer, Phrase.of("link.cut"));
        }
    }

    private void write(ByteBuffer rest) throws IOException {
        if (rest.hasArray()) {
            out.write(rest.array(), rest.arrayOffset() + rest.position(), rest.remaining());
        } else {
            byte[] piece = new byte[Math.min(BUFFER_BYTES, rest.remaining())];
            while (rest.hasRemaining()) {
                int length = Math.min(piece.length, rest.remaining());
                rest.get(piece, 0, length);
                out.write(piece, 0, length);
            }
        }
    }

    /** Each figure has one thread that adds to it. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void count(long bytes, boolean sent) {
        if (sent) {
            sentBytes += bytes;
        } else {
            receivedBytes += bytes;
        }
    }

    private BackupFault garbled(String what) {
        return BackupFault.of(FaultCode.LINK_GARBLED, peer, what);
    }
}
