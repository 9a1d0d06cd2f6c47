package br.com.dmbackup.link.wire;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes a payload apart; whatever is not as it must be ends in {@code LINK_GARBLED}. */
final class FrameReader {
    private final String peer;
    private final ByteBuffer bytes;

    /** Over bytes that nobody else keeps. */
    FrameReader(String peer, ByteBuffer bytes) {
        this.peer = peer;
        this.bytes = bytes;
    }

    int int8() {
        return need(1).get() & 0xff;
    }

    int int16() {
        return need(2).getShort() & 0xffff;
    }

    int int32() {
        return need(4).getInt();
    }

    long int64() {
        return need(8).getLong();
    }

    boolean flag() {
        int value = int8();
        if (value > 1) {
            throw garbled("flag " + value);
        }
        return value == 1;
    }

    int count(int limit) {
        int value = int32();
        if (value < 0 || value > limit) {
            throw garbled(value + " of at most " + limit);
        }
        return value;
    }

    long count64() {
        long value = int64();
        if (value < 0) {
            throw garbled("length " + value);
        }
        return value;
    }

    Sha256Hash hash() {
        return Sha256Hash.of(array(Sha256Hash.BYTES));
    }

    String text(int limitBytes) {
        int length = int16();
        if (length > limitBytes) {
            throw garbled(length + " bytes of text");
        }
        ByteBuffer utf8 = need(length).slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw garbled("control characters");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw garbled("no UTF-8");
        }
    }

    <T> Optional<T> optional(Function<FrameReader, T> read) {
        return flag() ? Optional.of(read.apply(this)) : Optional.empty();
    }

    <T> List<T> list(int limit, Function<FrameReader, T> read) {
        int length = count(limit);
        // Each takes at least a byte: an announced length costs nothing before its bytes are seen.
        List<T> values = new ArrayList<>(Math.min(length, bytes.remaining()));
        for (int i = 0; i < length; i++) {
            values.add(read.apply(this));
        }
        return values;
    }

    BitSet bits(int length) {
        BitSet bits = BitSet.valueOf(array((length + 7) / 8));
        if (bits.length() > length) {
            throw garbled("bits beyond " + length);
        }
        return bits;
    }

    ByteBuffer rest() {
        ByteBuffer rest = bytes.slice();
        bytes.position(bytes.limit());
        return rest;
    }

    void requireEnd() {
        if (bytes.hasRemaining()) {
            throw garbled(bytes.remaining() + " bytes too many");
        }
    }

    BackupFault garbled(String what) {
        return BackupFault.of(FaultCode.LINK_GARBLED, peer, what);
    }

    private byte[] array(int length) {
        need(length);
        byte[] array = new byte[length];
        bytes.get(array);
        return array;
    }

    private ByteBuffer need(int length) {
        if (bytes.remaining() < length) {
            throw garbled("ends too soon");
        }
        return bytes;
    }
}
