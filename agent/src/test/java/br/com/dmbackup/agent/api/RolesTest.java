package br.com.dmbackup.agent.api;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.protocol.api.AgentRole;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what. */
class RolesTest {
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"GET|/v1/settings|", "PUT|/v1/settings|language = \"en\"",
            "PATCH|/v1/settings|{\"changes\":[],\"createFolders\":false}",
            "POST|/v1/settings/check|{\"changes\":[],\"createFolders\":false}",
            "POST|/v1/settings/try|{\"changes\":[],\"createFolders\":false}",
            "POST|/v1/remedies|{\"kind\":\"SPACE\",\"topic\":\"space\"}",
            "POST|/v1/settings/pair|{\"code\":\"123-456\"}", "POST|/v1/goodbye|{\"reason\":\"SHUTDOWN\"}",
            "POST|/v1/stop|{}", "POST|/v1/jobs|{\"kind\":\"DRILL\"}",
            "POST|/v1/jobs|{\"kind\":\"RESTORE\",\"confirm\":\"MCDados\"}", "POST|/v1/jobs|{\"kind\":\"ACCEPT\"}"})
    void refusesATillWhatIsTheAdministrators(String method, String path, String body) throws Exception {
        HttpResponse<String> answer = api.send(typed(api.as(AgentRole.TILL, method, path, body == null ? "" : body),
                method.equals("PUT") ? path : "").header("If-Match", "x"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("AGENT_REFUSED");
        assertThat(api.desk.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"DRILL|DRILL:", "ACCEPT|ACCEPT:", "BACKUP|BACKUP:", "DELIVERY|DELIVERY:"})
    void doesForAnAdministratorWhatIsAsked(String kind, String asked) throws Exception {
        assertThat(job(AgentRole.ADMIN, "{\"kind\":\"" + kind + "\"}").statusCode()).isEqualTo(202);
        assertThat(api.desk.asked).containsExactly(asked);
    }

    @Test
    void takesBackupsAndDeliveriesFromATill() throws Exception {
        assertThat(job(AgentRole.TILL, "{\"kind\":\"BACKUP\"}").statusCode()).isEqualTo(202);
        assertThat(job(AgentRole.TILL, "{\"kind\":\"DELIVERY\"}").statusCode()).isEqualTo(202);
        assertThat(api.desk.asked).containsExactly("BACKUP:", "DELIVERY:");
    }

    @Test
    void restoresOnlyWhenTheDatabasesNameWasTyped() throws Exception {
        assertThat(job(AgentRole.ADMIN, "{\"kind\":\"RESTORE\"}").body()).contains("CONFIRMATION_NEEDED");
        assertThat(job(AgentRole.ADMIN, "{\"kind\":\"RESTORE\",\"confirm\":\"sim\"}").statusCode()).isEqualTo(409);
        assertThat(api.desk.asked).isEmpty();
        assertThat(job(AgentRole.ADMIN, "{\"kind\":\"RESTORE\",\"archive\":\"09h\",\"confirm\":\"MCDados\"}")
                .statusCode()).isEqualTo(202);
        assertThat(api.desk.asked).containsExactly("RESTORE:09h");
    }

    /** No path is ever taken, whatever it looks like. */
    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../x.zip", "C:\\\\x.zip", "09h/../..", "%2e%2e", "09", "newest.zip"})
    void knowsArchivesBySlotOrIdAlone(String archive) throws Exception {
        assertThat(job(AgentRole.ADMIN, "{\"kind\":\"DRILL\",\"archive\":\"" + archive + "\"}").statusCode())
                .isEqualTo(400);
        assertThat(api.raw("GET /v1/archives/" + archive + " HTTP/1.1", "Host: 127.0.0.1:" + api.port(),
                "Authorization: Bearer " + api.token(AgentRole.ADMIN))).doesNotContain(" 200 OK");
        assertThat(api.desk.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/status", "/v1/events", "/v1/slots", "/v1/jobs/job-1", "/v1/archives/newest",
            "/v1/settings", "/v1/settings/form", "/v1/address", "/v1/nothing", "/", "/v1/stop"})
    void tellsNothingWithoutAToken(String path) throws Exception {
        HttpResponse<String> answer = api.send(api.request("GET", path, ""));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void takesNoTokenThatIsNotWhole() throws Exception {
        String token = api.token(AgentRole.ADMIN);
        for (String wrong : new String[]{"", token.substring(1), token + "A", token.toLowerCase(Locale.ROOT), "null"}) {
            assertThat(api.send(api.request("GET", "/v1/status", "").header("Authorization", "Bearer " + wrong))
                    .statusCode()).as(wrong).isEqualTo(401);
        }
        assertThat(api.send(api.request("GET", "/v1/status", "").header("Authorization", "Basic " + token))
                .statusCode()).isEqualTo(401);
        assertThat(api.send(api.request("GET", "/v1/status?token=" + token, "")).statusCode()).isEqualTo(401);
    }

    @Test
    void saysWhatIsNotThereOnlyToThoseWhoMayAsk() throws Exception {
        assertThat(api.send(api.as(AgentRole.TILL, "GET", "/v1/nothing", "")).statusCode()).isEqualTo(404);
        assertThat(api.send(api.as(AgentRole.TILL, "DELETE", "/v1/status", "")).statusCode()).isEqualTo(405);
        assertThat(api.send(api.as(AgentRole.TILL, "GET", "/v1/jobs/unknown", "")).body()).contains("JOB_UNKNOWN");
        assertThat(api.send(api.as(AgentRole.TILL, "GET", "/v1/archives/23h", "")).statusCode()).isEqualTo(404);
    }

    @Test
    void wantsTheBodyThatTheContractNames() throws Exception {
        assertThat(api.send(api.as(AgentRole.TILL, "POST", "/v1/jobs", "{\"kind\":\"BACKUP\"}")
                .header("Content-Type", "text/plain")).statusCode()).isEqualTo(415);
        assertThat(job(AgentRole.TILL, "{\"kind\":\"BACKUP\",\"path\":\"/x\"}").statusCode()).isEqualTo(400);
        assertThat(job(AgentRole.TILL, "{\"kind\":\"FORMAT\"}").statusCode()).isEqualTo(400);
        assertThat(job(AgentRole.TILL, "{}").statusCode()).isEqualTo(400);
        assertThat(job(AgentRole.TILL, "null").statusCode()).isEqualTo(400);
        assertThat(job(AgentRole.TILL, "[".repeat(2000)).statusCode()).isEqualTo(400);
        assertThat(job(AgentRole.TILL, " ".repeat(5000)).statusCode()).isEqualTo(413);
        assertThat(api.desk.asked).isEmpty();
    }

    @Test
    void saysNoInTheLanguageThatIsAskedForElseInTheStores() throws Exception {
        assertThat(api.send(api.request("GET", "/v1/status", "")).body()).contains("não traz uma chave");
        assertThat(api.send(api.request("GET", "/v1/status", "").header("Accept-Language", "es")).body())
                .contains("no trae una clave");
    }

    @Test
    void tellsTheDeskOfEndsAndFarewells() throws IOException {
        api.client().goodbye(br.com.dmbackup.protocol.api.FarewellReason.SLEEP);
        api.client().stop();
        assertThat(api.desk.asked).containsExactly("goodbye", "stop");
    }

    private HttpResponse<String> job(AgentRole role, String body) throws IOException, InterruptedException {
        return api.send(typed(api.as(role, "POST", "/v1/jobs", body), "/v1/jobs"));
    }

    private static HttpRequest.Builder typed(HttpRequest.Builder request, String path) {
        return request.header("Content-Type",
                path.equals("/v1/settings") ? "application/toml" : "application/json");
    }
}
