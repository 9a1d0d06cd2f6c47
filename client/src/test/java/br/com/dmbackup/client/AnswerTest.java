package br.com.dmbackup.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-encoding: chunked\r\n\r\n";

    @Test
    void readsBodiesWithALengthAndInChunks() throws IOException {
        assertThat(Answer.read(bytes("HTTP/1.1 200 OK\r\nContent-length: 2\r\n\r\nabc")).text()).isEqualTo("ab");
        assertThat(Answer.read(bytes(CHUNKED + "2\r\nab\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n")).text())
                .isEqualTo("ab0123456789");
        assertThat(Answer.read(bytes("HTTP/1.1 204 No\r\n\r\n")).text()).isEmpty();
    }

    /** What is cut off is never taken for whole. */
    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nContent-length: 5\r\n\r\nabc", CHUNKED + "5\r\nab", CHUNKED + "2\r\nab",
            CHUNKED + "2\r\nab\r\n", CHUNKED + "zz\r\nab", CHUNKED + "-1\r\n", "HTTP/1.1 200 OK\r\nContent-le",
            "HTTP/1.1 200 OK\r\nx\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-length: x\r\n\r\n", "", "SSH-2.0-x\r\n\r\n"})
    void tellsWhatIsCutOff(String answer) {
        assertThatThrownBy(() -> Answer.read(bytes(answer)).text()).isInstanceOf(IOException.class);
    }

    @Test
    void doesNotReadForEver() {
        assertThatThrownBy(() -> Answer.read(bytes("HTTP/1.1 200 " + "x".repeat(100_000))))
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> Answer.read(bytes("HTTP/1.1 200 OK\r\n" + "a: b\r\n".repeat(1) + "c: d\r\n"
                .repeat(1) + lines(300) + "\r\n"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Answer.read(bytes("HTTP/1.1 200 OK\r\nContent-length: 5000000\r\n\r\n"
                + "x".repeat(5_000_000))).text()).isInstanceOf(IOException.class);
    }

    /** A follower looks up now and then; nothing of what comes is lost by that. */
    @Test
    void goesOnReadingAfterATimeWithoutNews() throws IOException {
        Random random = new Random(3);
        InputStream halting = new InputStream() {
            private final InputStream all = bytes("2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n");

            @Override
            public int read() throws IOException {
                if (random.nextBoolean()) {
                    throw new SocketTimeoutException();
                }
                return all.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int c = read();
                target[offset] = (byte) c;
                return c < 0 ? -1 : 1;
            }
        };
        ChunkedBody body = new ChunkedBody(halting);
        StringBuilder read = new StringBuilder();
        while (true) {
            try {
                int c = body.read();
                if (c < 0) {
                    break;
                }
                read.append((char) c);
            } catch (SocketTimeoutException again) {
                // Nothing new yet.
            }
        }
        assertThat(read).hasToString("abcde");
    }

    private static String lines(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("x").append(i).append(": y\r\n");
        }
        return lines.toString();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
