package br.com.dmbackup.link.find;

import br.com.dmbackup.link.tls.Pin;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a terminal answers.
 *
 * @param nonce of the question
 * @param pin its own
 * @param port where it listens, TCP
 * @param offering whether it offers to be paired
 * @param name what its people call it; cut at 120 bytes
 */
@SuppressWarnings("ArrayRecordComponent")
record Answer(byte[] nonce, Pin pin, int port, boolean offering, String name) {
    private static final byte ANSWER = 3;
    private static final int HEAD_BYTES = 4 + 1 + 1 + Question.NONCE_BYTES + Pin.BYTES + 2 + 1 + 1;
    private static final int NAME_BYTES = 120;

    byte[] datagram() {
        byte[] utf8 = cut(name).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(HEAD_BYTES + utf8.length).put(Question.MAGIC).put(Question.VERSION).put(ANSWER)
                .put(nonce).put(pin.bytes()).putShort((short) port).put((byte) (offering ? 1 : 0))
                .put((byte) utf8.length).put(utf8).array();
    }

    /** The answer in a datagram; none when it is anything else. */
    static Optional<Answer> parse(ByteBuffer datagram) {
        if (datagram.remaining() < HEAD_BYTES || datagram.remaining() > HEAD_BYTES + NAME_BYTES
                || !Question.begins(datagram) || datagram.get() != ANSWER) {
            return Optional.empty();
        }
        byte[] nonce = Question.bytes(datagram, Question.NONCE_BYTES);
        Pin pin = Pin.of(Question.bytes(datagram, Pin.BYTES));
        int port = datagram.getShort() & 0xffff;
        boolean offering = datagram.get() == 1;
        if (datagram.get() != datagram.remaining() || port == 0) {
            return Optional.empty();
        }
        String name = StandardCharsets.UTF_8.decode(datagram).toString().replaceAll("\\p{Cntrl}", " ");
        return Optional.of(new Answer(nonce, pin, port, offering, name));
    }

    boolean answers(Question question) {
        return Arrays.equals(nonce, question.nonce()) && question.wanted().map(pin::equals).orElse(offering);
    }

    FoundTerminal from(InetAddress sender) {
        return new FoundTerminal(name, pin, new InetSocketAddress(sender, port), offering);
    }

    private static String cut(String name) {
        String shorter = name;
        while (shorter.getBytes(StandardCharsets.UTF_8).length > NAME_BYTES) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter;
    }
}
