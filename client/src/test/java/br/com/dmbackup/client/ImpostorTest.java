package br.com.dmbackup.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.AgentAddress;
import br.com.dmbackup.protocol.api.AgentRole;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program has taken the port of an agent that died, whose files still lie there. */
class ImpostorTest {
    private static final String ADMIN = "admin-token-of-the-dead";
    private static final String TILL = "till-token-of-the-dead";

    @TempDir
    Path home;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Path folder = Files.createDirectories(home.resolve(AgentAddress.FOLDER));
        Files.writeString(folder.resolve(AgentAddress.ADMIN_TOKEN), ADMIN);
        Files.writeString(folder.resolve(AgentAddress.TILL_TOKEN), TILL);
        address(server.getLocalPort());
    }

    private void address(long port) throws IOException {
        Files.writeString(home.resolve(AgentAddress.FOLDER).resolve(AgentAddress.FILE),
                "{\"apiVersion\":1,\"port\":" + port + ",\"pid\":1,\"startedAt\":\"2026-01-01T00:00:00Z\","
                        + "\"publicKey\":\"" + Base64.getEncoder().encodeToString(new byte[91]) + "\"}");
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        assertThat(heard).noneMatch(text -> text.contains(ADMIN) || text.contains(TILL) || text.contains("senha"));
    }

    @Test
    void isKnownByAnyAnswerButTheRightOne() {
        for (String answer : List.of("", "SSH-2.0-OpenSSH\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", hello("0".repeat(64)), hello(""),
                "\u0000\u0001".repeat(50))) {
            impersonate(nonce -> answer);
            assertThat(LocalAgent.find(home)).as(answer).isEmpty();
        }
        assertThat(heard).isNotEmpty().allMatch(text -> text.startsWith("GET /v1/hello"));
    }

    @Test
    void cannotSendBackWhatItWasSent() {
        impersonate(ImpostorTest::hello);
        assertThat(LocalAgent.find(home)).isEmpty();
    }

    /** Many may read the tills' token; it proves nothing to an administrator. */
    @Test
    void cannotProveItselfToAnAdministratorWithTheTillsToken() {
        impersonate(nonce -> hello(mac(TILL, AgentAddress.challenge(AgentAddress.Proof.ADMIN,
                server.getLocalPort(), nonce))));
        assertThat(LocalAgent.find(home)).isEmpty();
    }

    /** It asks the agent's new life, which has other tokens, or the old one, which proved another port. */
    @Test
    void cannotFetchTheProofFromAnotherPort() {
        impersonate(nonce -> hello(mac(ADMIN, AgentAddress.challenge(AgentAddress.Proof.ADMIN,
                server.getLocalPort() + 1, nonce))));
        assertThat(LocalAgent.find(home)).isEmpty();
    }

    /** One that has the token is as good as the agent, but for what a person types. */
    @Test
    void isShownNoPasswordThoughItHasEveryToken() {
        impersonate(nonce -> hello(mac(ADMIN, AgentAddress.challenge(AgentAddress.Proof.ADMIN,
                server.getLocalPort(), nonce))));
        LocalAgent agent = LocalAgent.find(home).orElseThrow();
        assertThat(agent.role()).isEqualTo(AgentRole.ADMIN);
        assertThatThrownBy(() -> agent.admin("senha".toCharArray()))
                .isInstanceOfSatisfying(AgentFault.class,
                        fault -> assertThat(fault.code()).isEqualTo(FaultCode.AGENT_UNREACHABLE));
    }

    @Test
    void noAgentIsFoundWhereNothingListensOrNothingSensibleIsWritten() throws IOException {
        server.close();
        assertThat(LocalAgent.find(home)).isEmpty();
        for (long port : new long[]{0, -1, 70_000, 99_999_999_999L}) {
            address(port);
            assertThat(LocalAgent.find(home)).isEmpty();
        }
        Path file = home.resolve(AgentAddress.FOLDER).resolve(AgentAddress.FILE);
        for (String text : List.of("", "{", "null", "x".repeat(1 << 20))) {
            Files.writeString(file, text);
            assertThat(LocalAgent.find(home)).isEmpty();
        }
        Files.delete(file);
        assertThat(LocalAgent.find(home)).isEmpty();
        assertThat(LocalAgent.find(home.resolve("elsewhere"))).isEmpty();
        assertThatThrownBy(() -> LocalAgent.at(home)).hasMessageContaining("AGENT_UNREACHABLE");
    }

    /** Answers every connection, given the nonce that it was sent; closes it then. */
    private void impersonate(UnaryOperator<String> answer) {
        answers = answer;
        if (!listening) {
            listening = true;
            Thread.ofVirtual().start(this::serve);
        }
    }

    private volatile UnaryOperator<String> answers = nonce -> "";
    private boolean listening;

    private void serve() {
        while (true) {
            try (Socket socket = server.accept()) {
                String text = head(socket.getInputStream());
                heard.add(text);
                Matcher nonce = Pattern.compile("[0-9a-f]{64}").matcher(text);
                String said = answers.apply(nonce.find() ? nonce.group() : "");
                socket.getOutputStream().write(said.getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
                socket.shutdownOutput();
                // Whatever else is said is heard.
                heard.add("GET /v1/hello then " + new String(socket.getInputStream().readAllBytes(),
                        StandardCharsets.UTF_8));
            } catch (IOException closed) {
                if (server.isClosed()) {
                    return;
                }
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                break;
            }
            head.append((char) c);
        }
        return head.toString();
    }

    private static String hello(String proof) {
        String body = "{\"apiVersion\":1,\"proof\":\"" + proof + "\"}";
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String mac(String token, byte[] challenge) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(challenge));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
