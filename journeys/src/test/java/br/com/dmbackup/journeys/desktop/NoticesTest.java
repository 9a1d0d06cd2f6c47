package br.com.dmbackup.journeys.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.dmbackup.protocol.api.SettingsField;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.awt.Rectangle;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The channels for messages in <i>Config. APP</i>, tried on a real mail server and a real web server. */
class NoticesTest extends WindowsTest {
    private static final String PASSWORD = "senha do correio";
    private static final String SENT = "Mensagem de teste enviada";

    @TempDir
    Path root;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private HttpServer web;
    private GreenMail mail;
    private FormPage settings;

    @BeforeEach
    void listen() throws Exception {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            try (exchange) {
                heard.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("DMBackup-Event")
                        + " " + exchange.getRequestHeaders().containsKey("DMBackup-Signature"));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        web.start();
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        mail.setUser("dono@exemplo.com.br", "loja", PASSWORD);
    }

    @AfterEach
    void deafen() {
        mail.stop();
        web.stop(0);
    }

    @Test
    void areAddedTriedKeptAndTakenAway() throws Exception {
        try (StoreWithAgent store = StoreWithAgent.in(root).start()) {
            Path file = store.home.resolve("dmbackup.toml");
            settings = new FormPage(open(store.home).open("window.settings", "settings"));
            settings.waitFor("settings.board");
            settings.tab("Avisos");
            assertThat(settings.offers("settings.notice.add.email")).isFalse();
            settings.press("settings.change");
            settings.says("settings.said", "Altere o que for preciso");

            email();
            webhook();
            assertThat(Files.readString(file)).as("tried and not yet kept").doesNotContain("notify");
            settings.press("settings.save");
            settings.says("settings.said", "Ela já está valendo");
            assertThat(Files.readString(file)).contains("[[notify]]", "user = \"loja\"", "sealed:")
                    .doesNotContain(PASSWORD, "/aviso", "chave do painel");
            assertThat(store.agent().form().groups().stream().flatMap(group -> group.fields().stream())
                    .filter(field -> field.key().equals("notify[email].password")).findFirst().orElseThrow().value())
                    .hasValue(SettingsField.MASK);

            // As it was kept, with the sealed password.
            press("notify[email].test");
            settings.says("notify[email].said", SENT);
            await().atMost(Page.PATIENCE).until(() -> mail.getReceivedMessages().length == 2);

            press("notify[webhook].remove");
            settings.says("settings.notice.going", "webhook");
            settings.press("settings.save");
            settings.says("settings.said", "Ela já está valendo");
            assertThat(Files.readString(file)).contains("email").doesNotContain("webhook");
        }
    }

    /** A wrong value is shown at its place, and a server that does not answer in words. */
    private void email() throws Exception {
        press("settings.notice.add.email");
        settings.put("notify[email].host", "127.0.0.1");
        seen("notify[email].tls");
        settings.choose("notify[email].tls", "sem criptografia");
        settings.put("notify[email].port", "99999");
        settings.put("notify[email].user", "loja");
        settings.put("notify[email].password", "errada");
        settings.put("notify[email].from", "loja@exemplo.com.br");
        settings.put("notify[email].to", "dono@exemplo.com.br");
        press("notify[email].test");
        settings.says("notify[email].port.flaw", "65");
        settings.put("notify[email].port", Integer.toString(mail.getSmtp().getPort()));
        press("notify[email].test");
        settings.says("notify[email].said", "não aceitou");
        assertThat(mail.getReceivedMessages()).isEmpty();
        settings.put("notify[email].password", PASSWORD);
        press("notify[email].test");
        settings.says("notify[email].said", SENT);
        assertThat(GreenMailUtil.getBody(mail.getReceivedMessages()[0])).isNotBlank();
    }

    private void webhook() {
        press("settings.notice.add.webhook");
        settings.put("notify[webhook].url", "http://127.0.0.1:" + web.getAddress().getPort() + "/aviso");
        settings.put("notify[webhook].secret", "chave do painel");
        press("notify[webhook].test");
        settings.says("notify[webhook].said", SENT);
        assertThat(heard).containsExactly("/aviso test true");
    }

    private void press(String name) {
        settings.waitFor(name);
        seen(name);
        settings.press(name);
    }

    /** Scrolls to it, as a person does. */
    private void seen(String name) {
        JComponent found = (JComponent) robot().finder().findByName(settings.window(), name, true);
        Page.onScreen(() -> {
            found.scrollRectToVisible(new Rectangle(0, 0, found.getWidth(), found.getHeight()));
            return found;
        });
    }
}
