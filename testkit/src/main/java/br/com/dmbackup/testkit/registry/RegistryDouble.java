package br.com.dmbackup.testkit.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A registry over real TLS that knows one store. Strict: what the contract does not have it does not answer. */
public final class RegistryDouble implements AutoCloseable {
    public static final String CREDENTIAL = "credencial-da-loja";
    public static final String PATH = "/registry/v1/stores/11222333000181/address";
    private static final String SEEN = "203.0.113.7";

    public final List<String> taken = new CopyOnWriteArrayList<>();
    public final LocalhostKey key;
    private final HttpsServer server;
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Mood mood = Mood.WELL;
    private volatile String registered = "";

    /** How it answers. */
    public enum Mood {
        WELL, REFUSING, STRANGE_STORE, BROKEN, SILENT, GARBAGE, HALF, ELSEWHERE
    }

    public RegistryDouble(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        key = LocalhostKey.in(folder);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(key.context()));
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    public void mood(Mood next) {
        mood = next;
    }

    public URI url(String host) {
        return URI.create("https://" + host + ":" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean known = ("Bearer " + CREDENTIAL).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            if (!known || mood == Mood.REFUSING) {
                send(exchange, 401, "{\"code\":\"CREDENTIAL_REVOKED\",\"message\":\"\"}");
                return;
            }
            switch (mood) {
                case STRANGE_STORE -> send(exchange, 404, "{}");
                case BROKEN -> send(exchange, 503, "<html>");
                case SILENT -> {
                    over.await();
                    send(exchange, 200, "{}");
                }
                case GARBAGE -> send(exchange, 200, "<html>welcome to the hotel</html>");
                case HALF -> send(exchange, 200, "{\"registered\":{\"lan\":[]}}");
                case ELSEWHERE -> {
                    exchange.getResponseHeaders().set("Location", "https://example.com/");
                    send(exchange, 302, "");
                }
                case WELL, REFUSING -> well(exchange, body);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void well(HttpExchange exchange, String body) throws IOException {
        if (!exchange.getRequestURI().getPath().equals(PATH)) {
            send(exchange, 404, "{}");
            return;
        }
        if (exchange.getRequestMethod().equals("PUT")) {
            taken.add(body);
            registered = "\"registered\":{\"lan\":[\"192.168.0.9\"],\"host\":\"SERVIDOR\",\"publicAddress\":\"" + SEEN
                    + "\",\"since\":\"2026-11-23T12:00:00Z\"},";
        }
        send(exchange, 200, "{" + registered + "\"seen\":\"" + SEEN + "\",\"later\":1}");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
