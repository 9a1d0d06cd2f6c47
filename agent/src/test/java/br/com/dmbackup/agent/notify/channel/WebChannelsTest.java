package br.com.dmbackup.agent.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.agent.notify.message.Event;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.testkit.registry.LocalhostKey;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Telegram, webhook and ping against a server on this machine. */
class WebChannelsTest {
    private static final String TOKEN = "123456789:AAFabcdefghijklmnopqrstuvwxyz0123456";
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String answer = "{\"ok\":true}";
    private Map<String, String> headers = Map.of();

    private record Call(String method, String path, String body, Map<String, List<String>> headers) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.add(new Call(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    Map.copyOf(exchange.getRequestHeaders())));
            headers.forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private TelegramChannel telegram() {
        return new TelegramChannel(new TelegramSettings("grupo", Set.of(), new Secret(TOKEN.toCharArray()), "-100123"),
                base());
    }

    private Channel webhook(Optional<Secret> secret) {
        return Channel.of(new WebhookSettings("painel", Set.of(),
                new WebAddress(new Secret((base() + "/avisos?chave=segredo").toCharArray())), secret));
    }

    private Channel ping() {
        return Channel.of(new PingSettings("vigia",
                new WebAddress(new Secret((base() + "/3f9c-uuid").toCharArray()))));
    }

    private static FaultCode failure(Channel channel) {
        BackupFault[] fault = new BackupFault[1];
        assertThatThrownBy(() -> channel.send(Letters.of(Event.FAILURE)))
                .isInstanceOfSatisfying(BackupFault.class, thrown -> fault[0] = thrown).hasNoCause();
        String all = fault[0] + fault[0].foreignCode().orElse("");
        for (Language language : Language.values()) {
            all += fault[0].text(Messages.in(language)) + fault[0].hint(Messages.in(language));
        }
        assertThat(all).doesNotContain(TOKEN, "AAFabc", "segredo", "3f9c");
        return fault[0].code();
    }

    @Test
    void telegramIsToldInOneMessage() throws Exception {
        assertThat(telegram().send(Letters.of(Event.FAILURE))).isEmpty();
        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.path()).isEqualTo("/bot" + TOKEN + "/sendMessage");
            JsonNode body = new JsonMapper().readTree(call.body());
            assertThat(body.path("chat_id").asString()).isEqualTo("-100123");
            assertThat(body.path("text").asString()).startsWith("[DMBackup] Farmácia São João: problema no backup\n\n")
                    .contains("DM-230");
            assertThat(body.has("parse_mode")).isFalse();
        });
    }

    @Test
    void telegramsRefusalsAreToldWithoutTheToken() {
        status = 401;
        answer = "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized " + TOKEN + "\"}";
        assertThat(failure(telegram())).isEqualTo(FaultCode.NOTIFY_LOGIN_REFUSED);
        status = 400;
        answer = "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: chat not found\"}";
        assertThat(failure(telegram())).isEqualTo(FaultCode.NOTIFY_RECIPIENT_REFUSED);
        status = 429;
        assertThat(failure(telegram())).isEqualTo(FaultCode.NOTIFY_BUSY);
        status = 502;
        answer = "<html>";
        assertThat(failure(telegram())).isEqualTo(FaultCode.NOTIFY_BUSY);
        server.stop(0);
        assertThat(failure(telegram())).isEqualTo(FaultCode.NOTIFY_UNREACHABLE);
        assertThat(failure(new TelegramChannel(
                new TelegramSettings("grupo", Set.of(), new Secret(TOKEN.toCharArray()), "1"),
                "http://nobody.invalid"))).isEqualTo(FaultCode.NOTIFY_UNREACHABLE);
    }

    @Test
    void theWebhookIsVersionedAndSigned() throws Exception {
        webhook(Optional.of(new Secret("combinado".toCharArray()))).send(Letters.of(Event.FAILURE));
        Call call = calls.getFirst();
        assertThat(call.path()).isEqualTo("/avisos?chave=segredo");
        assertThat(call.header("Dmbackup-event")).isEqualTo("failure");
        JsonNode body = new JsonMapper().readTree(call.body());
        assertThat(body.path("version").asInt()).isEqualTo(1);
        assertThat(body.path("event").asString()).isEqualTo("failure");
        assertThat(body.path("store").asString()).isEqualTo("Farmácia São João");
        assertThat(body.path("at").asString()).isEqualTo("2026-11-23T13:00:00Z");
        assertThat(body.path("to").isNull()).isTrue();
        assertThat(body.at("/troubles/0/code").asString()).isEqualTo("DM-230");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("combinado".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String expected = HexFormat.of().formatHex(
                mac.doFinal(("1795438800." + call.body()).getBytes(StandardCharsets.UTF_8)));
        assertThat(call.header("Dmbackup-signature")).isEqualTo("t=1795438800,v1=" + expected);
        webhook(Optional.empty()).send(Letters.of(Event.RECOVERY));
        assertThat(calls.getLast().header("Dmbackup-signature")).isEmpty();
    }

    @Test
    void noRedirectionIsFollowed() {
        status = 307;
        answer = "";
        headers = Map.of("Location", base() + "/elsewhere");
        assertThat(failure(webhook(Optional.empty()))).isEqualTo(FaultCode.NOTIFY_REFUSED);
        assertThat(calls).hasSize(1);
    }

    @Test
    void pingsSayHowItStands() throws Exception {
        ping().send(Letters.of(Event.BEGAN));
        ping().send(Letters.of(Event.BACKUP));
        ping().send(Letters.of(Event.FAILURE));
        ping().send(Letters.of(Event.SHUTDOWN));
        assertThat(calls).extracting(Call::method).containsOnly("POST");
        assertThat(calls).extracting(Call::path).containsExactly("/3f9c-uuid/start", "/3f9c-uuid", "/3f9c-uuid/fail",
                "/3f9c-uuid/log");
        assertThat(calls.get(2).body()).contains("Farmácia São João", "DM-230");
        status = 404;
        assertThat(failure(ping())).isEqualTo(FaultCode.NOTIFY_REFUSED);
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotTrusted(@TempDir Path folder) throws Exception {
        HttpsServer secret = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secret.setHttpsConfigurator(new HttpsConfigurator(LocalhostKey.in(folder).context()));
        secret.createContext("/", this::answer);
        secret.start();
        try {
            String address = "https://localhost:" + secret.getAddress().getPort() + "/x";
            assertThat(failure(Channel.of(
                    new PingSettings("vigia", new WebAddress(new Secret(address.toCharArray()))))))
                    .isEqualTo(FaultCode.NOTIFY_CERTIFICATE);
            assertThat(calls).isEmpty();
        } finally {
            secret.stop(0);
        }
    }

    @Test
    void anAnswerWithoutEndIsNotSwallowed() throws Exception {
        answer = "x".repeat(1_000_000);
        assertThat(failure(webhook(Optional.empty()))).isEqualTo(FaultCode.NOTIFY_UNREACHABLE);
    }

    @Test
    void whoIsInterruptedDoesNotGoOnWaiting() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Channel channel = Channel.of(new PingSettings("mudo", new WebAddress(
                    new Secret(("http://127.0.0.1:" + mute.getLocalPort() + "/x").toCharArray()))));
            Thread sending = Thread.ofVirtual().start(() -> {
                try {
                    channel.send(Letters.of(Event.BACKUP));
                } catch (InterruptedException | BackupFault ended) {
                    // As it should be.
                }
            });
            mute.accept().getInputStream().read();
            sending.interrupt();
            assertThat(sending.join(java.time.Duration.ofSeconds(5))).isTrue();
        }
    }
}
