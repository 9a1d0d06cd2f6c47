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
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A hub over real TLS that knows one store and one code. Strict: what the contract does not have it does not answer. */
public final class HubDouble implements AutoCloseable {
    public static final String CODE = "ACDEF34679";
    public static final String CREDENTIAL = "credencial-da-central";
    private static final String STORE = "/hub/v1/stores/11222333000181/";

    /** Bodies of reports that were taken, in their order. */
    public final List<String> batches = new CopyOnWriteArrayList<>();
    /** What was asked, whatever was answered: method and path. */
    public final List<String> asked = new CopyOnWriteArrayList<>();
    public final LocalhostKey key;
    private final HttpsServer server;
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final KeyPair signing;
    private volatile Mood mood = Mood.WELL;
    private volatile String document = """
            {"cnpj":"11222333000181","issuedAt":"2026-11-23T12:00:00Z","name":"Farmácia Central","integration":"Rede Sul",\
            "template":[{"key":"agent.drill","value":"false"},{"key":"database.engine","value":"\\"command\\""}],\
            "alerts":{"silenceMinutes":75,"failures":true},"later":1}""";

    /** How it answers. */
    public enum Mood {
        WELL, REFUSING, BROKEN, SILENT, GARBAGE, FORGING, NOT_UNDERSTANDING
    }

    public HubDouble(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        key = LocalhostKey.in(folder);
        signing = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(key.context()));
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    public void mood(Mood next) {
        mood = next;
    }

    /** Another ClientDocument from now on. */
    public void document(String json) {
        document = json;
    }

    public String publicKey() {
        return Base64.getEncoder().encodeToString(signing.getPublic().getEncoded());
    }

    public URI url() {
        return URI.create("https://localhost:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            Mood now = mood;
            this.asked.add(asked);
            switch (now) {
                case BROKEN -> send(exchange, 503, "<html>");
                case SILENT -> {
                    over.await();
                    send(exchange, 200, "{}");
                }
                case GARBAGE -> send(exchange, asked.endsWith("enrolments") ? 201 : 200, "<html>welcome</html>");
                case NOT_UNDERSTANDING -> send(exchange, 400, "{\"code\":\"NOT_UNDERSTOOD\",\"message\":\"\"}");
                default -> well(exchange, asked, body);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private void well(HttpExchange exchange, String asked, String body) throws IOException, GeneralSecurityException {
        boolean known = ("Bearer " + CREDENTIAL).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (asked.equals("POST /hub/v1/enrolments")) {
            enrol(exchange, body);
        } else if (!known || mood == Mood.REFUSING) {
            send(exchange, 401, "{\"code\":\"CREDENTIAL_REVOKED\",\"message\":\"\"}");
        } else if (asked.equals("GET " + STORE + "client")) {
            send(exchange, 200, signed());
        } else if (asked.equals("GET " + STORE + "version")) {
            send(exchange, 200, "{\"newest\":\"9.8.7\",\"later\":1}");
        } else if (asked.equals("POST " + STORE + "reports")) {
            batches.add(body);
            String last = body.substring(body.lastIndexOf("\"sequence\":") + 11).replaceFirst("\\D.*", "");
            send(exchange, 200, "{\"upTo\":" + last + "}");
        } else {
            send(exchange, 404, "{\"code\":\"STORE_UNKNOWN\",\"message\":\"\"}");
        }
    }

    private void enrol(HttpExchange exchange, String body) throws IOException, GeneralSecurityException {
        if (!body.contains("\"code\":\"" + CODE + "\"")) {
            send(exchange, 404, "{\"code\":\"CODE_UNKNOWN\",\"message\":\"\"}");
            return;
        }
        send(exchange, 201, "{\"cnpj\":\"11222333000181\",\"credential\":\"" + CREDENTIAL + "\",\"hubKey\":\""
                + publicKey() + "\",\"client\":" + signed() + "}");
    }

    private String signed() throws GeneralSecurityException {
        byte[] payload = document.getBytes(StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(signing.getPrivate());
        signature.update(payload);
        byte[] signed = signature.sign();
        if (mood == Mood.FORGING) {
            signed[0] ^= 1;
        }
        Base64.Encoder text = Base64.getEncoder();
        return "{\"payload\":\"" + text.encodeToString(payload) + "\",\"signature\":\"" + text.encodeToString(signed)
                + "\"}";
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
