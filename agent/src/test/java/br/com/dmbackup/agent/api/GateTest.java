package br.com.dmbackup.agent.api;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.protocol.api.AgentRole;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as web pages can make a browser send them, with a token that is right, so that only the gate can refuse. */
class GateTest {
    @TempDir
    Path folder;

    private ApiUnderTest api;

    @BeforeEach
    void open() {
        api = new ApiUnderTest(folder);
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void letsProgramsOfThisMachineInUnderItsTwoNames() throws IOException {
        assertThat(ask("Host: 127.0.0.1:" + api.port())).startsWith("HTTP/1.1 200");
        assertThat(ask("Host: localhost:" + api.port())).startsWith("HTTP/1.1 200");
        assertThat(ask("Host: localhost:" + api.port(), "Sec-Fetch-Site: none")).startsWith("HTTP/1.1 200");
    }

    /** DNS rebinding: the page's own name has come to mean this machine, so the browser takes it for the same site. */
    @ParameterizedTest
    @ValueSource(strings = {"evil.example:%d", "evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:%d",
            "127.0.0.1:%d.evil.example", "[::1]:%d", "0.0.0.0:%d", "LOCALHOST:%d", ""})
    void refusesEveryOtherName(String host) throws IOException {
        assertThat(ask("Host: " + host.formatted(api.port()), "Sec-Fetch-Site: same-origin"))
                .startsWith("HTTP/1.1 403").contains("API_FOREIGN_CALLER");
    }

    @Test
    void refusesNoNameAndTwoNames() throws IOException {
        assertThat(ask("X: y")).startsWith("HTTP/1.1 403");
        assertThat(ask("Host: 127.0.0.1:" + api.port(), "Host: 127.0.0.1:" + api.port()))
                .doesNotStartWith("HTTP/1.1 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin: http://evil.example", "Origin: null", "Origin: http://127.0.0.1:%d",
            "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site"})
    void refusesWhatABrowserSendsForAPage(String header) throws IOException {
        assertThat(ask("Host: 127.0.0.1:" + api.port(), header.formatted(api.port()))).startsWith("HTTP/1.1 403")
                .contains("API_FOREIGN_CALLER");
    }

    @Test
    void refusesAWholeRequestOfABrowser() throws IOException {
        String answer = api.raw("POST /v1/jobs HTTP/1.1", "Host: 127.0.0.1:" + api.port(),
                "sec-ch-ua: \"Chromium\";v=\"140\"", "Content-Type: text/plain;charset=UTF-8", "Content-Length: 0",
                "User-Agent: Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0",
                "Accept: */*", "Origin: https://evil.example", "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: empty", "Referer: https://evil.example/",
                "Accept-Encoding: gzip, deflate, br, zstd", "Accept-Language: pt-BR,pt;q=0.9");
        assertThat(answer).startsWith("HTTP/1.1 403").doesNotContainIgnoringCase("access-control");
        assertThat(api.desk.asked).isEmpty();
    }

    @Test
    void answersNoPreflight() throws IOException {
        String answer = api.raw("OPTIONS /v1/jobs HTTP/1.1", "Host: 127.0.0.1:" + api.port(),
                "Origin: https://evil.example", "Access-Control-Request-Method: POST");
        assertThat(answer).startsWith("HTTP/1.1 403").doesNotContainIgnoringCase("access-control-allow");
    }

    @Test
    void saysInEveryAnswerThatItIsNoPage() throws IOException {
        assertThat(ask("Host: evil.example")).containsIgnoringCase("x-content-type-options: nosniff")
                .containsIgnoringCase("content-security-policy: default-src 'none'")
                .containsIgnoringCase("cache-control: no-store");
    }

    /** The same words whatever was sent: nothing of it comes back. */
    @Test
    void refusesEveryoneInTheSameWords() throws IOException {
        String one = ask("Host: evil.example", "X-Marker: marker");
        String other = ask("Host: another.example:1");
        assertThat(one).doesNotContain("evil", "marker");
        assertThat(body(one)).isEqualTo(body(other));
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n"));
    }

    private String ask(String... headers) throws IOException {
        String[] lines = new String[headers.length + 2];
        lines[0] = "GET /v1/status HTTP/1.1";
        lines[1] = "Authorization: Bearer " + api.token(AgentRole.ADMIN);
        System.arraycopy(headers, 0, lines, 2, headers.length);
        return api.raw(lines);
    }
}
