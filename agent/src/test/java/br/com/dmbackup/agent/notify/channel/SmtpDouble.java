package br.com.dmbackup.agent.notify.channel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A mail server that offers STARTTLS, which GreenMail does not, and answers a command as a test wants it to. One
 * connection at a time.
 */
final class SmtpDouble implements AutoCloseable {
    /** What clients said, after a {@code *} where it was encrypted; the mail itself left out. */
    final List<String> heard = new CopyOnWriteArrayList<>();
    final Map<String, String> answers = new HashMap<>();
    private final ServerSocket server;
    private final Optional<SSLContext> tls;

    /** @param tls none: it knows no STARTTLS */
    SmtpDouble(Optional<SSLContext> tls) throws IOException {
        this.tls = tls;
        this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket plain = server.accept()) {
                talk(plain, "220 double\r\n", "");
            } catch (IOException gone) {
                // The next client, or the end.
            }
        }
    }

    private void talk(Socket socket, String greeting, String mark) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(),
                StandardCharsets.US_ASCII));
        OutputStream out = socket.getOutputStream();
        say(out, greeting);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(mark + line);
            String command = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
            if (command.equals("STARTTLS") && tls.isPresent()) {
                say(out, "220 go\r\n");
                SSLSocket secret = (SSLSocket) tls.get().getSocketFactory().createSocket(socket, null, true);
                talk(secret, "", "*");
                return;
            }
            String answer = answers.entrySet().stream().filter(each -> mark(heard.getLast()).startsWith(each.getKey()))
                    .map(Map.Entry::getValue).findFirst().orElseGet(() -> usual(command, mark));
            if (answer.equals("SILENCE")) {
                continue;
            }
            say(out, answer + "\r\n");
            if (command.equals("DATA") && answer.startsWith("354")) {
                while (!".".equals(in.readLine())) {
                    // The mail.
                }
                say(out, answers.getOrDefault("END", "250 taken") + "\r\n");
            }
        }
    }

    private static String mark(String line) {
        return line.startsWith("*") ? line.substring(1) : line;
    }

    private String usual(String command, String mark) {
        return switch (command) {
            case "EHLO" -> tls.isPresent() && mark.isEmpty()
                    ? "250-double\r\n250 STARTTLS"
                    : "250-double\r\n250 AUTH PLAIN LOGIN";
            case "AUTH" -> "235 welcome";
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
