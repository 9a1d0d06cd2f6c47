package br.com.dmbackup.client;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One connection to the backup terminal's door. It proves itself first, on the same connection: a program that took the
 * port of a dead one is never shown a token.
 */
final class DoorTalk implements Closeable {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int NONCE_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Socket socket = new Socket();
    private final DoorFolder.Found found;
    private final InputStream in;

    private DoorTalk(DoorFolder.Found found) throws IOException {
        this.found = found;
        try {
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), found.port()),
                    PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            this.in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /** @throws IOException also when somebody else answers */
    static DoorTalk with(DoorFolder.Found found) throws IOException {
        DoorTalk talk = new DoorTalk(found);
        try {
            talk.prove();
            return talk;
        } catch (IOException | RuntimeException e) {
            talk.close();
            throw e;
        }
    }

    record Proof(String proof) {}

    private void prove() throws IOException {
        byte[] random = new byte[NONCE_BYTES];
        RANDOM.nextBytes(random);
        String nonce = HexFormat.of().formatHex(random);
        send("GET /v1/hello", "DMBackup-Nonce: " + nonce + "\r\nDMBackup-Role: " + found.role() + "\r\n");
        String proof = RecordReader.read(Proof.class, Answer.read(in).text()).proof();
        if (!MessageDigest.isEqual(proof.getBytes(StandardCharsets.UTF_8),
                expected(nonce).getBytes(StandardCharsets.UTF_8))) {
            throw new IOException("somebody else answers at port " + found.port());
        }
    }

    private String expected(String nonce) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(found.token().getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(("dmbackup terminal door\n" + found.port() + "\n" + nonce)
                    .getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** @param headers each with its end of line */
    Answer ask(String path, String headers) throws IOException {
        send("GET " + path, "Authorization: Bearer " + found.token() + "\r\n" + headers);
        return Answer.read(in);
    }

    /** Asks for something that changes what is there. */
    Answer post(String path, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        send("POST " + path, "Authorization: Bearer " + found.token() + "\r\nContent-Length: " + bytes.length
                + "\r\n");
        socket.getOutputStream().write(bytes);
        return Answer.read(in);
    }

    private void send(String asked, String headers) throws IOException {
        socket.getOutputStream().write((asked + " HTTP/1.1\r\nHost: 127.0.0.1:" + found.port() + "\r\n"
                + headers + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
