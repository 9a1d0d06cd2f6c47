package br.com.dmbackup.agent.api;

import br.com.dmbackup.agent.AgentFiles;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.core.settings.SecretSealer;
import br.com.dmbackup.protocol.api.AgentRole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A real server over a {@link FakeDesk}, in a home of its own, on a clock of which a test can take minutes away. */
final class ApiUnderTest implements AutoCloseable {
    static {
        // Before the server's first class: a request that is sent slowly is given up sooner than in life.
        System.setProperty("sun.net.httpserver.maxReqTime", "2");
        ServerLimits.set();
    }

    static final Duration HEARTBEAT = Duration.ofMillis(400);

    final Home home;
    final AgentFiles files;
    final Path archive;
    final FakeDesk desk;
    final LocalApi api;
    final AtomicLong later = new AtomicLong();
    private final HttpClient http = HttpClient.newHttpClient();

    ApiUnderTest(Path folder) {
        this(folder, Duration.ofMinutes(1));
    }

    ApiUnderTest(Path folder, Duration slowest) {
        try {
            home = new Home(Files.createDirectories(folder.resolve("casa")));
            home.prepare();
            files = new AgentFiles(home);
            archive = Files.write(folder.resolve("archive"), new byte[3_000_000]);
            writeSettings();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        desk = new FakeDesk(archive);
        api = LocalApi.open(desk, new TestDoor(home),
                () -> new MonotonicStamp("boot", System.nanoTime() + later.get()),
                new LocalApi.Patience(HEARTBEAT, slowest));
    }

    private void writeSettings() throws IOException {
        Files.writeString(home.settingsFile(), """
                # Não mexa.
                language = "pt-BR"
                [store]
                time_zone = "America/Sao_Paulo"
                [database]
                engine = "test"
                path = "loja.db" # aqui
                password = "%s"
                """.formatted(SecretSealer.inHome(home.root()).seal(new Secret("segredo".toCharArray()))));
        Files.setPosixFilePermissions(home.settingsFile(), PosixFilePermissions.fromString("rw-------"));
    }

    int port() {
        return api.address().port();
    }

    String token(AgentRole role) {
        try {
            return Files.readString(role == AgentRole.ADMIN ? files.adminToken() : files.tillToken());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    LocalAgent client() {
        return LocalAgent.at(home.root());
    }

    HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path)).method(method,
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    HttpRequest.Builder as(AgentRole role, String method, String path, String body) {
        return request(method, path, body).header("Authorization", "Bearer " + token(role));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** What comes back for bytes that no HTTP client would send, until the server closes the line. */
    String raw(byte[] sent) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(20_000);
            try {
                socket.getOutputStream().write(sent);
                socket.shutdownOutput();
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            } catch (java.net.SocketException closed) {
                return "";
            }
        }
    }

    String raw(String... lines) throws IOException {
        return raw((String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        api.close();
        http.close();
    }
}
