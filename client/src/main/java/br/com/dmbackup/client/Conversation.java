package br.com.dmbackup.client;

import br.com.dmbackup.protocol.api.AgentAddress;
import br.com.dmbackup.protocol.api.AgentAddress.Proof;
import br.com.dmbackup.protocol.api.Hello;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.BiPredicate;

/**
 * One connection to the agent. The first thing on it is always the challenge: after a crash another program may have
 * taken the port, and must not be shown a token. As proof and request travel on the same connection, nobody can step
 * between them.
 */
final class Conversation implements Closeable {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    static final Duration SILENCE = Duration.ofSeconds(10);
    private static final int NONCE_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Socket socket = new Socket();
    private final AgentAddress address;
    private final InputStream in;

    private Conversation(AgentAddress address) throws IOException {
        this.address = address;
        try {
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), address.port()),
                    (int) CONNECT.toMillis());
            socket.setTcpNoDelay(true);
            patience(SILENCE);
            this.in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Connects and lets the agent prove itself.
     *
     * @param proven told the challenge and the answer
     * @throws Impostor when somebody else listens there
     */
    static Conversation with(AgentAddress address, Proof by, BiPredicate<byte[], String> proven) throws IOException {
        Conversation conversation = new Conversation(address);
        try {
            conversation.challenge(by, proven);
            return conversation;
        } catch (IOException | RuntimeException e) {
            conversation.close();
            throw e;
        }
    }

    /** What answers there is not the agent. */
    static final class Impostor extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private void challenge(Proof by, BiPredicate<byte[], String> proven) throws IOException {
        byte[] random = new byte[NONCE_BYTES];
        RANDOM.nextBytes(random);
        String nonce = HexFormat.of().formatHex(random);
        send("GET", "/v1/hello",
                AgentAddress.NONCE + ": " + nonce + "\r\n" + AgentAddress.PROOF + ": " + by.word() + "\r\n",
                new byte[0]);
        try {
            Answer answer = Answer.read(in);
            Hello hello = RecordReader.read(Hello.class, answer.text());
            if (answer.status() != 200
                    || !proven.test(AgentAddress.challenge(by, address.port(), nonce), hello.proof())) {
                throw new Impostor();
            }
        } catch (IllegalArgumentException e) {
            throw (IOException) new Impostor().initCause(e);
        }
    }

    /** @param headers each with its end of line */
    Answer ask(String method, String path, String headers, byte[] body) throws IOException {
        send(method, path, headers, body);
        return Answer.read(in);
    }

    private void send(String method, String path, String headers, byte[] body) throws IOException {
        byte[] head = (method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + address.port() + "\r\n" + headers
                + (method.equals("GET") ? "" : "Content-Length: " + body.length + "\r\n") + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        socket.getOutputStream().write(whole);
    }

    /** For how long the agent may say nothing. */
    void patience(Duration silence) throws IOException {
        socket.setSoTimeout((int) Math.max(1, silence.toMillis()));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
