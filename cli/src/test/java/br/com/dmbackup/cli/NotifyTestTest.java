package br.com.dmbackup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.protocol.ExitCode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code notify test} against a server on this machine. */
class NotifyTestTest {
    @TempDir
    @Nullable
    Path temporary;
    private SmallShop shop = new SmallShop(Path.of(""));
    private final List<String> told = new CopyOnWriteArrayList<>();
    private @Nullable HttpServer server;

    @BeforeEach
    void openTheShop() throws IOException {
        shop = SmallShop.in(Objects.requireNonNull(temporary)).ready();
        HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listening.createContext("/good", exchange -> answer(exchange, 200));
        listening.createContext("/bad", exchange -> answer(exchange, 404));
        listening.start();
        server = listening;
    }

    @AfterEach
    void stop() {
        Objects.requireNonNull(server).stop(0);
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            told.add(exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private void channel(String name, String kind, String path) throws IOException {
        Files.writeString(shop.settings(), shop.settingsText() + """

                [[notify]]
                name = "%s"
                kind = "%s"
                url = "http://127.0.0.1:%d%s"
                """.formatted(name, kind, Objects.requireNonNull(server).getAddress().getPort(), path));
    }

    @Test
    void saysThatNoChannelIsThere() {
        Typed typed = shop.typed();
        assertThat(typed.run("notify", "test", "--home", "casa")).isEqualTo(ExitCode.USER.number());
        assertThat(typed.err()).contains("DM-746", "[[notify]]");
    }

    @Test
    void sendsByEachAndSaysWhatCameOfIt() throws IOException {
        channel("vigia", "ping", "/good/segredo");
        channel("painel", "webhook", "/bad/segredo");
        Typed typed = shop.typed();
        assertThat(typed.run("notify", "test", "--home", "casa")).isEqualTo(ExitCode.EXTERNAL.number());
        assertThat(typed.out()).contains("vigia (127.0.0.1): aviso de teste enviado", "painel (127.0.0.1): o aviso NÃO",
                "DM-743", "O que fazer", "HTTP 404").doesNotContain("segredo");
        assertThat(told).anySatisfy(call -> assertThat(call).startsWith("/good/segredo/log Este é só um teste"));
        Typed one = shop.typed();
        assertThat(one.run("notify", "test", "VIGIA", "--home", "casa", "--json")).isZero();
        JsonNode result = JsonMapper.shared().readTree(one.out()).at("/result/channels");
        assertThat(result.size()).isOne();
        assertThat(result.at("/0/sent").asBoolean()).isTrue();
        Typed json = shop.typed();
        assertThat(json.run("notify", "test", "--home", "casa", "--json")).isEqualTo(ExitCode.EXTERNAL.number());
        assertThat(JsonMapper.shared().readTree(json.out()).at("/fault/code").asString()).isEqualTo("DM-743");
    }

    @Test
    void saysWhichChannelsThereAre() throws IOException {
        channel("vigia", "ping", "/good");
        Typed typed = shop.typed();
        assertThat(typed.run("notify", "test", "fulano", "--home", "casa")).isEqualTo(ExitCode.USER.number());
        assertThat(typed.err()).contains("DM-747", "fulano", "vigia");
    }
}
