package br.com.dmbackup.link.find;

import br.com.dmbackup.link.tls.Pin;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is asked of everybody; a datagram of always 256 bytes, so that no answer is longer.
 *
 * @param nonce given back in the answer
 * @param wanted the terminal that is looked for; empty for any that offers to be paired
 */
@SuppressWarnings("ArrayRecordComponent")
record Question(byte[] nonce, Optional<Pin> wanted) {
    static final int BYTES = 256;
    static final int NONCE_BYTES = 16;
    static final byte[] MAGIC = {'D', 'M', 'B', 'F'};
    static final byte VERSION = 1;
    private static final byte ANY_OFFER = 1;
    private static final byte BY_PIN = 2;

    byte[] datagram() {
        ByteBuffer out = ByteBuffer.allocate(BYTES).put(MAGIC).put(VERSION).put(wanted.isPresent() ? BY_PIN : ANY_OFFER)
                .put(nonce);
        wanted.ifPresent(pin -> out.put(pin.bytes()));
        return out.array();
    }

    /** The question in a datagram; none when it is anything else. */
    static Optional<Question> parse(ByteBuffer datagram) {
        if (datagram.remaining() != BYTES || !begins(datagram)) {
            return Optional.empty();
        }
        byte sort = datagram.get();
        byte[] nonce = bytes(datagram, NONCE_BYTES);
        return switch (sort) {
            case ANY_OFFER -> Optional.of(new Question(nonce, Optional.empty()));
            case BY_PIN -> Optional.of(new Question(nonce, Optional.of(Pin.of(bytes(datagram, Pin.BYTES)))));
            default -> Optional.empty();
        };
    }

    static boolean begins(ByteBuffer datagram) {
        return Arrays.equals(bytes(datagram, MAGIC.length), MAGIC) && datagram.get() == VERSION;
    }

    static byte[] bytes(ByteBuffer datagram, int length) {
        byte[] bytes = new byte[length];
        datagram.get(bytes);
        return bytes;
    }
}
