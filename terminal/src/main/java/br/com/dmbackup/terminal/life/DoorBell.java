package br.com.dmbackup.terminal.life;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.terminal.life.DoorKeys.Found;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the terminal that runs on this machine. It proves itself first on the same connection, so that a program that took
 * the port of a dead one is never shown a token.
 */
public final class DoorBell {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int LARGEST_ANSWER = 1 << 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final TerminalHome home;

    public DoorBell(TerminalHome home) {
        this.home = home;
    }

    public JsonNode status() {
        return ask("GET", "/v1/status", "");
    }

    /** Whether one runs and answers. */
    public boolean answers() {
        try {
            return !status().isEmpty();
        } catch (BackupFault fault) {
            if (fault.code() == FaultCode.TERMINAL_NOT_RUNNING) {
                return false;
            }
            throw fault;
        }
    }

    /** @param replacement whether the server may take a dead one's place */
    public JsonNode invite(boolean replacement) {
        return ask("POST", "/v1/invitation", replacement ? Door.REPLACEMENT : "");
    }

    public JsonNode invitation() {
        return ask("GET", "/v1/invitation", "");
    }

    public JsonNode accept(String pairing) {
        return ask("POST", "/v1/accept", pairing);
    }

    public void unpair(String pairing) {
        var _ = ask("POST", "/v1/unpair", pairing);
    }

    /**
     * @throws BackupFault {@code TERMINAL_NOT_RUNNING}, or what the terminal said
     */
    private JsonNode ask(String method, String path, String body) {
        Found found = new DoorKeys(home.doorFolder()).read().orElseThrow(this::notRunning);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), found.port()),
                    PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            prove(socket, in, found);
            send(socket, found, method, path, Map.of("Authorization", "Bearer " + found.token()), body);
            JsonNode answer = answer(in);
            if (answer.has("fault")) {
                throw fault(answer);
            }
            return answer;
        } catch (IOException | JacksonException e) {
            throw notRunning().causedBy(e);
        }
    }

    private void prove(Socket socket, InputStream in, Found found) throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String nonce = HexFormat.of().formatHex(random);
        send(socket, found, "GET", "/v1/hello", Map.of(DoorKeys.NONCE, nonce, DoorKeys.ROLE, found.role().name()), "");
        byte[] proof = answer(in).path("proof").asString("").getBytes(StandardCharsets.UTF_8);
        byte[] expected = DoorKeys.proof(found.token(), found.port(), nonce).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(proof, expected)) {
            throw new IOException("somebody else answers at port " + found.port());
        }
    }

    private static void send(Socket socket, Found found, String method, String path, Map<String, String> headers,
            String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + found.port()
                + "\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[start.length + bytes.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(bytes, 0, whole, start.length, bytes.length);
        socket.getOutputStream().write(whole);
    }

    private static JsonNode answer(InputStream in) throws IOException {
        int length = -1;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        if (length < 0 || length > LARGEST_ANSWER) {
            throw new IOException("no answer of ours");
        }
        return JSON.readTree(in.readNBytes(length));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > 4096) {
                throw new IOException("the answer broke off");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static BackupFault fault(JsonNode answer) {
        List<Object> arguments = answer.path("arguments").valueStream().<Object>map(JsonNode::asString).toList();
        try {
            return BackupFault.of(FaultCode.valueOf(answer.path("fault").asString("")), arguments.toArray());
        } catch (IllegalArgumentException ofANewerVersion) {
            return BackupFault.of(FaultCode.INTERNAL, answer.path("fault").asString(""));
        }
    }

    private BackupFault notRunning() {
        return BackupFault.of(FaultCode.TERMINAL_NOT_RUNNING, home.root());
    }
}
