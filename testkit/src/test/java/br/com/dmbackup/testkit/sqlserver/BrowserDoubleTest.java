package br.com.dmbackup.testkit.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import br.com.dmbackup.testkit.sqlserver.browser.BrowserDouble;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("UDP 1434")
class BrowserDoubleTest {
    @TempDir
    private Path folder;

    @Test
    void answersWhoAsksForOneInstanceOrForAll() throws IOException {
        try (BrowserDouble browser = BrowserDouble.start(0).announce("SQLEXPRESS", "16.0.1000.6", 49_172)) {
            String answer = ask(browser.port(), "\u0004sqlexpress");
            assertThat(answer).isEqualTo("ServerName;LOJA;InstanceName;SQLEXPRESS;IsClustered;No;Version;16.0.1000.6;"
                    + "tcp;49172;;");
            assertThat(ask(browser.port(), "\u0003")).isEqualTo(answer);
            assertThatThrownBy(() -> ask(browser.port(), "\u0004OTHER")).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void leadsTheDriverToANamedInstance() throws Exception {
        Optional<BrowserDouble> usual = startAtTheUsualPort();
        assumeThat(usual).as("UDP port 1434 is taken by another program").isPresent();
        try (BrowserDouble browser = usual.orElseThrow(); Till till = new Till(folder)) {
            browser.announce("SQLEXPRESS", "16.0.1000.6", till.server.port());
            String url = "jdbc:sqlserver://127.0.0.1\\%s;encrypt=false;loginTimeout=10;connectRetryCount=0";
            try (Connection connection = DriverManager.getConnection(url.formatted("sqlexpress"), "sa",
                    Till.PASSWORD)) {
                assertThat(Till.ask(connection, "SELECT SERVERPROPERTY('InstanceName')")).isEqualTo("SQLEXPRESS");
            }
            assertThatThrownBy(() -> DriverManager.getConnection(url.formatted("other"), "sa", Till.PASSWORD).close())
                    .hasMessageContaining("other");
        }
    }

    private static Optional<BrowserDouble> startAtTheUsualPort() throws IOException {
        try {
            return Optional.of(BrowserDouble.start(BrowserDouble.USUAL_PORT));
        } catch (BindException e) {
            return Optional.empty();
        }
    }

    private static String ask(int port, String question) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(300);
            byte[] bytes = question.getBytes(StandardCharsets.ISO_8859_1);
            socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
            DatagramPacket answer = new DatagramPacket(new byte[1_000], 1_000);
            socket.receive(answer);
            return new String(answer.getData(), 3, answer.getLength() - 3, StandardCharsets.ISO_8859_1);
        }
    }
}
