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
    @SuppressWarnings("NullAway.Init")
    private FormPage config;

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
            config = new FormPage(open(store.home).open("window.settings", "settings"));
            config.waitFor("settings.board");
            config.tab("Avisos");
            assertThat(config.offers("settings.notice.add.email")).isFalse();
            config.press("settings.change");
            config.says("settings.said", "Altere o que for preciso");

            email();
            webhook();
            assertThat(Files.readString(file)).as("tried and not yet kept").doesNotContain("notify");
            config.press("settings.save");
            config.says("settings.said", "Ela já está valendo");
            assertThat(Files.readString(file)).contains("[[notify]]", "user = \"loja\"", "sealed:")
                    .doesNotContain(PASSWORD, "/aviso", "chave do painel");
            assertThat(store.agent().form().groups().stream().flatMap(group -> group.fields().stream())
                    .filter(field -> field.key().equals("notify[email].password")).findFirst().orElseThrow().value())
                    .hasValue(SettingsField.MASK);

            // As it was kept, with the sealed password.
            press("notify[email].test");
            config.says("notify[email].said", SENT);
            await().atMost(Page.PATIENCE).until(() -> mail.getReceivedMessages().length == 2);

            press("notify[webhook].remove");
            config.says("settings.notice.going", "webhook");
            config.press("settings.save");
            config.says("settings.said", "Ela já está valendo");
            assertThat(Files.readString(file)).contains("email").doesNotContain("webhook");
        }
    }

    /** A wrong value is shown at its place, and a server that does not answer in words. */
    private void email() throws Exception {
        press("settings.notice.add.email");
        config.put("notify[email].host", "127.0.0.1");
        seen("notify[email].tls");
        config.choose("notify[email].tls", "sem criptografia");
        config.put("notify[email].port", "99999");
        config.put("notify[email].user", "loja");
        config.put("notify[email].password", "errada");
        config.put("notify[email].from", "loja@exemplo.com.br");
        config.put("notify[email].to", "dono@exemplo.com.br");
        press("notify[email].test");
        config.says("notify[email].port.flaw", "65");
        config.put("notify[email].port", Integer.toString(mail.getSmtp().getPort()));
        press("notify[email].test");
        config.says("notify[email].said", "não aceitou");
        assertThat(mail.getReceivedMessages()).isEmpty();
        config.put("notify[email].password", PASSWORD);
        press("notify[email].test");
        config.says("notify[email].said", SENT);
        assertThat(GreenMailUtil.getBody(mail.getReceivedMessages()[0])).isNotBlank();
    }

    private void webhook() {
        press("settings.notice.add.webhook");
        config.put("notify[webhook].url", "http://127.0.0.1:" + web.getAddress().getPort() + "/aviso");
        config.put("notify[webhook].secret", "chave do painel");
        press("notify[webhook].test");
        config.says("notify[webhook].said", SENT);
        assertThat(heard).containsExactly("/aviso test true");
    }

    private void press(String name) {
        config.waitFor(name);
        seen(name);
        config.press(name);
    }

    /** Scrolls to it, as a person does. */
    private void seen(String name) {
        JComponent found = (JComponent) robot().finder().findByName(config.window(), name, true);
        Page.onScreen(() -> {
            found.scrollRectToVisible(new Rectangle(0, 0, found.getWidth(), found.getHeight()));
            return found;
        });
    }
}
