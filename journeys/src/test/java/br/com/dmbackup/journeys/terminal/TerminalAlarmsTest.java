package br.com.dmbackup.journeys.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong at the terminal reaches people by real channels, and so does its end. */
class TerminalAlarmsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path root;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private HttpServer webhook;
    private GreenMail mail;
    private TypedTerminal typed;

    @BeforeEach
    void set() throws Exception {
        webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        webhook.createContext("/", exchange -> {
            try (exchange) {
                heard.add(exchange.getRequestHeaders().getFirst("DMBackup-Event") + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        webhook.start();
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        typed = new TypedTerminal(root).settings(settings());
        typed.sell(500);
    }

    private String settings() throws IOException {
        return """
                [opening]
                monday = "08:00-18:00"
                holidays = false
                [[notify]]
                name = "console"
                kind = "webhook"
                url = "http://127.0.0.1:%d/aviso"
                [[notify]]
                name = "dono"
                kind = "email"
                host = "127.0.0.1"
                port = %d
                tls = "off"
                from = "terminal@farmacia.example"
                to = ["dono@farmacia.example"]
                """.formatted(webhook.getAddress().getPort(), mail.getSmtp().getPort());
    }

    @AfterEach
    void end() {
        typed.close();
        webhook.stop(0);
        mail.stop();
    }

    @Test
    void aServerThatFallsSilentIsToldByWebhookAndByMailAndSoIsItsReturn() throws Exception {
        typed.startPaired();
        TypedTerminal.require(typed.backupAt("2026-11-23T09:05"));
        typed.pass(Duration.ofMinutes(70));
        assertThat(heard).isEmpty();

        typed.pass(Duration.ofMinutes(10));

        Awaitility.await().atMost(PATIENCE).until(() -> heard.size() == 1 && mail.getReceivedMessages().length == 1);
        assertThat(heard.getFirst()).startsWith("silence ").contains("TERMINAL_HEARS_NOTHING", "Farmácia São João");
        assertThat(mail.getReceivedMessages()[0].getSubject()).isNotBlank();
        assertThat(mail.getReceivedMessages()[0].getAllRecipients()[0]).hasToString("dono@farmacia.example");

        TypedTerminal.require(typed.type(typed.server, "backup"));
        typed.pass(Duration.ofMinutes(4));

        Awaitility.await().atMost(PATIENCE).until(() -> heard.size() == 2 && mail.getReceivedMessages().length == 2);
        assertThat(heard.getLast()).startsWith("recovery ");
    }

    @Test
    void aSuspiciousBackupIsToldByWebhookAndByMailAndSoIsItsAcceptance() throws Exception {
        typed.startPaired();
        for (String hour : List.of("2026-11-23T09:05", "2026-11-23T10:05", "2026-11-23T11:05")) {
            typed.sell(20);
            TypedTerminal.require(typed.backupAt(hour));
            typed.pass(Duration.ofMinutes(2));
        }
        assertThat(heard).isEmpty();

        typed.encrypt();
        assertThat(typed.backupAt("2026-11-23T12:05").code()).isNotZero();
        typed.pass(Duration.ofMinutes(6));

        Awaitility.await().atMost(PATIENCE).until(() -> heard.size() == 1 && mail.getReceivedMessages().length == 1);
        assertThat(heard.getFirst()).contains("BACKUP_SUSPICIOUS", "Farmácia São João");
        assertThat(mail.getReceivedMessages()[0].getAllRecipients()[0]).hasToString("dono@farmacia.example");

        TypedTerminal.require(typed.type(typed.terminal, "terminal", "accept"));
        typed.pass(Duration.ofMinutes(6));

        Awaitility.await().atMost(PATIENCE).until(() -> heard.size() == 2 && mail.getReceivedMessages().length == 2);
        assertThat(heard.getLast()).startsWith("recovery ");
    }
}
