package br.com.dmbackup.link.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Collects a payload. What a reader would refuse is refused here, too: a defect of the caller. */
public final class FrameWriter {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final ByteArrayOutputStream start = new ByteArrayOutputStream(64);
    private ByteBuffer rest = NOTHING;

    FrameWriter() {}

    /** The payload of a message, whole. */
    public static byte[] payloadOf(Message message) {
        var payload = new FrameWriter();
        message.writeTo(payload);
        byte[] whole = Arrays.copyOf(payload.start.toByteArray(), payload.length());
        payload.rest.duplicate().get(whole, payload.start.size(), payload.rest.remaining());
        return whole;
    }

    FrameWriter int8(int value) {
        start.write(value);
        return this;
    }

    FrameWriter int16(int value) {
        return int8(value >>> 8).int8(value);
    }

    FrameWriter int32(int value) {
        return int16(value >>> 16).int16(value);
    }

    FrameWriter int64(long value) {
        return int32((int) (value >>> 32)).int32((int) value);
    }

    FrameWriter flag(boolean value) {
        return int8(value ? 1 : 0);
    }

    FrameWriter count(int value, int limit) {
        if (value < 0 || value > limit) {
            throw new IllegalArgumentException(value + " of at most " + limit);
        }
        return int32(value);
    }

    FrameWriter hash(Sha256Hash hash) {
        start.writeBytes(hash.bytes());
        return this;
    }

    FrameWriter text(String text, int limitBytes) {
        byte[] bytes = utf8(text);
        if (bytes.length > limitBytes) {
            throw new IllegalArgumentException(bytes.length + " bytes of text, at most " + limitBytes);
        }
        int16(bytes.length);
        start.writeBytes(bytes);
        return this;
    }

    <T> FrameWriter optional(Optional<T> value, BiConsumer<FrameWriter, T> write) {
        flag(value.isPresent());
        value.ifPresent(it -> write.accept(this, it));
        return this;
    }

    <T> FrameWriter list(List<T> values, int limit, BiConsumer<FrameWriter, T> write) {
        count(values.size(), limit);
        values.forEach(it -> write.accept(this, it));
        return this;
    }

    /** As many bits as said, the first in the lowest bit of the first byte. */
    FrameWriter bits(BitSet bits, int length) {
        if (bits.length() > length) {
            throw new IllegalArgumentException(bits.length() + " bits of " + length);
        }
        byte[] bytes = new byte[(length + 7) / 8];
        byte[] set = bits.toByteArray();
        System.arraycopy(set, 0, bytes, 0, set.length);
        start.writeBytes(bytes);
        return this;
    }

    /** What fills the payload to its end; not copied. Nothing may be written after it. */
    FrameWriter rest(ByteBuffer bytes, int limitBytes) {
        if (bytes.remaining() > limitBytes) {
            throw new IllegalArgumentException(bytes.remaining() + " bytes, at most " + limitBytes);
        }
        rest = bytes.duplicate();
        return this;
    }

    ByteArrayOutputStream start() {
        return start;
    }

    ByteBuffer rest() {
        return rest;
    }

    int length() {
        return start.size() + rest.remaining();
    }

    private static byte[] utf8(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            if (Character.isISOControl(plain.charAt(i))) {
                plain.setCharAt(i, ' ');
            }
        }
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(plain));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("half a character", e);
        }
    }
}
