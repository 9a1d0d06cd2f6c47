package br.com.dmbackup.agent.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.dmbackup.protocol.api.AgentRole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is sent: nothing is done, nothing grows, and whoever comes next is answered. */
class HostileInputTest {
    @TempDir
    Path folder;

    private ApiUnderTest api;

    @BeforeEach
    void open() {
        api = new ApiUnderTest(folder);
    }

    @AfterEach
    void close() {
        assertThat(api.client().status().store()).isEqualTo("Farmácia São João");
        assertThat(api.desk.asked).isEmpty();
        api.close();
    }

    @Test
    void survivesRandomBytes() throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(2000)];
            random.nextBytes(bytes);
            assertThat(api.raw(bytes)).as("seed " + seed).doesNotStartWith("HTTP/1.1 2");
        }
    }

    @Test
    void survivesAlteredRequests() throws IOException {
        byte[] right = ("POST /v1/jobs HTTP/1.1\r\nHost: localhost:" + api.port() + "\r\nAuthorization: Bearer "
                + api.token(AgentRole.TILL).substring(1)
                + "\r\nContent-Type: application/json\r\nContent-Length: 17\r\n\r\n{\"kind\":\"BACKUP\"}")
                .getBytes(StandardCharsets.US_ASCII);
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            byte[] bytes = right.clone();
            for (int i = 0; i < 3; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            assertThat(api.raw(bytes)).as("seed " + seed).doesNotStartWith("HTTP/1.1 2");
        }
    }

    @Test
    void refusesHugeHeadersAndAddressesAndEndlessBodies() throws IOException {
        String host = "Host: localhost:" + api.port();
        assertThat(api.raw("GET /v1/status HTTP/1.1", host, "X: " + "x".repeat(1 << 20)))
                .doesNotStartWith("HTTP/1.1 2");
        assertThat(api.raw("GET /v1/" + "x".repeat(1 << 20) + " HTTP/1.1", host)).doesNotStartWith("HTTP/1.1 2");
        String many = "";
        for (int i = 0; i < 500; i++) {
            many += "X-" + i + ": y\r\n";
        }
        assertThat(api.raw("GET /v1/status HTTP/1.1", host, many + "A: b")).doesNotStartWith("HTTP/1.1 2");
        assertThat(api.raw("PUT /v1/settings HTTP/1.1", host, "Authorization: Bearer " + api.token(AgentRole.ADMIN),
                "Content-Type: application/toml", "If-Match: x", "Content-Length: 99999999999"))
                .doesNotStartWith("HTTP/1.1 2");
        assertThat(api.raw("PUT /v1/settings HTTP/1.1", host, "Authorization: Bearer " + api.token(AgentRole.ADMIN),
                "Content-Type: application/toml", "If-Match: x", "Transfer-Encoding: chunked", "",
                "7fffffff\r\n" + "x".repeat(3 << 20))).doesNotStartWith("HTTP/1.1 2");
    }

    /** Many lines on which a request comes drop by drop, or never; each is given up, and others are answered meanwhile. */
    @Test
    void givesUpWhoeverSendsDropByDrop() throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port());
            socket.getOutputStream().write("GET /v1/status HTTP/1.1\r\nHo".getBytes(StandardCharsets.US_ASCII));
            slow.add(socket);
        }
        assertThat(api.client().status().apiVersion()).isEqualTo(1);
        for (Socket socket : slow) {
            socket.setSoTimeout(1);
            await().atMost(Duration.ofSeconds(30)).until(() -> ended(socket));
            socket.close();
        }
    }

    private static boolean ended(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException open) {
            return false;
        } catch (java.net.SocketException reset) {
            return true;
        }
    }
}
