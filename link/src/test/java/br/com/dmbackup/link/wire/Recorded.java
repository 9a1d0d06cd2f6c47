package br.com.dmbackup.link.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Frames as bytes, and bytes as what a connection makes of them. */
final class Recorded {
    static final Set<MessageKind> ANY = EnumSet.allOf(MessageKind.class);

    private Recorded() {}

    static byte[] frames(Message... messages) {
        var bytes = new ByteArrayOutputStream();
        var connection = new FramedConnection("test", InputStream.nullInputStream(), bytes);
        for (Message message : messages) {
            connection.send(message);
        }
        connection.flush();
        return bytes.toByteArray();
    }

    static byte[] frame(int length, int kind, byte... payload) {
        return ByteBuffer.allocate(5 + payload.length).putInt(length).put((byte) kind).put(payload).array();
    }

    static FramedConnection connection(byte[] bytes) {
        return new FramedConnection("test", new ByteArrayInputStream(bytes), OutputStream.nullOutputStream());
    }

    static Optional<Message> first(byte[] bytes) {
        return connection(bytes).receiveOrEnd(ANY);
    }
}
