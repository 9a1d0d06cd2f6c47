package br.com.dmbackup.agent.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.agent.json.RecordText;
import br.com.dmbackup.client.EventStream;
import br.com.dmbackup.protocol.api.AgentAddress;
import br.com.dmbackup.protocol.api.AgentRole;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real answers of a real server, held against {@code docs/api/local-api.yaml}. */
class ContractTest {
    private static final ContractFile CONTRACT = ContractFile.read();

    @TempDir
    Path folder;

    @Test
    void theCheckFindsDamage() {
        Map<String, Object> fault = CONTRACT.schema("ApiFault");
        Map<String, Object> good = Map.of("code", "X", "number", "DM-711", "message", "", "hint", "", "details",
                List.of("a"));
        assertThat(CONTRACT.check(fault, good)).isEmpty();
        assertThat(CONTRACT.check(fault, with(good, "number", "711"))).containsExactly("$.number: pattern");
        assertThat(CONTRACT.check(fault, with(good, "message", 5))).containsExactly("$.message: type");
        assertThat(CONTRACT.check(fault, with(good, "details", List.of("a", 1)))).containsExactly("$.details[1]: type");
        assertThat(CONTRACT.check(fault, with(good, "more", ""))).containsExactly("$: properties");
        assertThat(CONTRACT.check(fault, Map.of("code", "X"))).contains("$: required");
        assertThat(CONTRACT.check(fault, List.of())).contains("$: type");
        assertThat(CONTRACT.check(CONTRACT.schema("Nothing"), Map.of("a", 1))).isNotEmpty();
        assertThat(CONTRACT.check(CONTRACT.schema("AgentLight"), "GREEN")).containsExactly("$: enum");
        assertThat(CONTRACT.check(CONTRACT.schema("Hello"), Map.of("apiVersion", 2, "proof", "")))
                .containsExactly("$.apiVersion: const");
        assertThat(CONTRACT.check(CONTRACT.schema("AdminPass"), Map.of("token", "", "until", "today")))
                .containsExactly("$.until: format");
        assertThat(CONTRACT.check(CONTRACT.schema("PlaceStatus"), Map.of("name", "", "slots", 1, "owed", -1)))
                .containsExactly("$.owed: minimum");
        assertThatThrownBy(() -> CONTRACT.check(Map.of("oneOf", List.of()), 1)).hasMessageContaining("oneOf");
    }

    @Test
    void everyEndpointIsInTheContractAndTheOtherWayRound() {
        FakeDesk desk = new FakeDesk(folder);
        try (StatusFrames frames = new StatusFrames(desk); ApiUnderTest api = new ApiUnderTest(folder)) {
            TestDoor door = new TestDoor(api.home);
            SettingsDesk settings = new SettingsDesk(desk, door, ApiKeys.fresh());
            TreeSet<String> endpoints = new TreeSet<>();
            new Endpoints(desk, ApiKeys.fresh(), 1, new EventsDesk(frames, Duration.ofSeconds(1)),
                    settings, new PasswordDesk(api.files, InstantSource.system(), () -> {
                        throw new AssertionError();
                    }))
                    .all(new JobDesk(desk, door),
                            Stream.of(new FormDesk(door, settings).endpoints(), new AddressDesk(door).endpoints(),
                                    new RemedyDesk(desk, door).endpoints()).flatMap(List::stream).toList())
                    .forEach(endpoint -> endpoints.add(endpoint + " "
                            + endpoint.role().map(role -> role.name().toLowerCase(Locale.ROOT)).orElse("anyone")));
            assertThat(endpoints).isEqualTo(CONTRACT.operations()).hasSize(29);
        }
    }

    @Test
    void theAddressIsAsItIsWritten() throws Exception {
        try (ApiUnderTest api = new ApiUnderTest(folder)) {
            Object address = json(Files.readString(api.files.address()));
            assertThat(CONTRACT.check(CONTRACT.schema("AgentAddress"), address)).isEmpty();
        }
    }

    @Test
    void everyAnswerIsAsItIsWritten() throws Exception {
        try (ApiUnderTest api = new ApiUnderTest(folder)) {
            new AdminPassword(api.files).set("senha comprida".toCharArray());
            json(api, "GET", "/v1/hello", 200, api.request("GET", "/v1/hello", "")
                    .header(AgentAddress.NONCE, "0".repeat(64)).header(AgentAddress.PROOF, "key"));
            json(api, "GET", "/v1/hello", 400, api.request("GET", "/v1/hello", ""));
            json(api, "GET", "/v1/status", 200, api.as(AgentRole.TILL, "GET", "/v1/status", ""));
            json(api, "GET", "/v1/status", 401, api.request("GET", "/v1/status", ""));
            json(api, "GET", "/v1/slots", 200, api.as(AgentRole.TILL, "GET", "/v1/slots", ""));
            json(api, "POST", "/v1/jobs", 202, api.as(AgentRole.TILL, "POST", "/v1/jobs", "{\"kind\":\"BACKUP\"}"));
            json(api, "POST", "/v1/jobs", 403, api.as(AgentRole.TILL, "POST", "/v1/jobs", "{\"kind\":\"ACCEPT\"}"));
            json(api, "GET", "/v1/jobs/{id}", 200, api.as(AgentRole.TILL, "GET", "/v1/jobs/job-1", ""));
            json(api, "GET", "/v1/jobs/{id}", 404, api.as(AgentRole.TILL, "GET", "/v1/jobs/x", ""));
            json(api, "GET", "/v1/archives/{which}", 404, api.as(AgentRole.TILL, "GET", "/v1/archives/23h", ""));
            json(api, "GET", "/v1/picture", 200, api.as(AgentRole.TILL, "GET", "/v1/picture", ""));
            json(api, "GET", "/v1/contents/{which}", 200, api.as(AgentRole.TILL, "GET", "/v1/contents/09h", ""));
            json(api, "POST", "/v1/files", 201,
                    api.as(AgentRole.ADMIN, "POST", "/v1/files", "{\"name\":\"MCDados.zip\",\"sizeBytes\":3}"));
            json(api, "POST", "/v1/files", 403, api.as(AgentRole.TILL, "POST", "/v1/files", "{}"));
            json(api, "POST", "/v1/admin", 200,
                    api.as(AgentRole.TILL, "POST", "/v1/admin", "{\"password\":\"senha comprida\"}"));
            json(api, "POST", "/v1/admin", 403, api.as(AgentRole.TILL, "POST", "/v1/admin", "{\"password\":\"x\"}"));
            json(api, "POST", "/v1/admin", 429, api.as(AgentRole.TILL, "POST", "/v1/admin", "{\"password\":\"x\"}"));
            json(api, "GET", "/v1/settings/form", 200, api.as(AgentRole.TILL, "GET", "/v1/settings/form", ""));
            String changes = "{\"createFolders\":false,\"changes\":[{\"key\":\"store.cnpj\",\"value\":\"1\"}]}";
            json(api, "GET", "/v1/address", 200, api.as(AgentRole.TILL, "GET", "/v1/address", ""));
            json(api, "POST", "/v1/address", 409, api.as(AgentRole.TILL, "POST", "/v1/address", "{}"));
            for (String path : List.of("/v1/remedies/look", "/v1/remedies")) {
                json(api, "POST", path, 200,
                        api.as(AgentRole.ADMIN, "POST", path, "{\"kind\":\"SPACE\",\"topic\":\"space\"}"));
            }
            json(api, "POST", "/v1/settings/check", 200,
                    api.as(AgentRole.ADMIN, "POST", "/v1/settings/check", changes));
            json(api, "POST", "/v1/settings/try", 200, api.as(AgentRole.ADMIN, "POST", "/v1/settings/try", changes));
            json(api, "POST", "/v1/settings/notices/{name}", 409,
                    api.as(AgentRole.ADMIN, "POST", "/v1/settings/notices/dono",
                            "{\"createFolders\":false,\"changes\":[]}"));
            json(api, "POST", "/v1/settings/pair", 200,
                    api.as(AgentRole.ADMIN, "POST", "/v1/settings/pair", "{\"code\":\"123-456\"}"));
            json(api, "PATCH", "/v1/settings", 412,
                    api.as(AgentRole.ADMIN, "PATCH", "/v1/settings", changes).header("If-Match", "\"x\""));
            json(api, "PUT", "/v1/settings", 428, api.as(AgentRole.ADMIN, "PUT", "/v1/settings", "x = 1"));
            json(api, "PUT", "/v1/settings", 412,
                    api.as(AgentRole.ADMIN, "PUT", "/v1/settings", "x = 1").header("If-Match", "\"x\""));
        }
    }

    @Test
    void whatIsNoJsonHasTheTypeThatIsWritten() throws Exception {
        try (ApiUnderTest api = new ApiUnderTest(folder)) {
            typed(api, "/v1/openapi.yaml", "/v1/openapi.yaml", "application/yaml");
            typed(api, "/v1/settings", "/v1/settings", "application/toml");
            typed(api, "/v1/archives/{which}", "/v1/archives/newest", "application/zip");
            Map<String, Object> schema = CONTRACT.answer("GET", "/v1/events", 200, "text/event-stream");
            try (EventStream stream = api.client().events()) {
                assertThat(stream.next(Duration.ofSeconds(20))).isPresent();
            }
            assertThat(CONTRACT.check(schema, json(RecordText.text(api.desk.status())))).isEmpty();
            assertThat(api.send(api.as(AgentRole.ADMIN, "POST", "/v1/stop", "{}").header("Content-Type",
                    "application/json")).statusCode()).isEqualTo(204);
            assertThat(api.send(api.as(AgentRole.ADMIN, "POST", "/v1/goodbye", "{\"reason\":\"SLEEP\"}")
                    .header("Content-Type", "application/json")).statusCode()).isEqualTo(204);
        }
    }

    private static void typed(ApiUnderTest api, String path, String asked, String type) throws Exception {
        HttpResponse<byte[]> answer = api.sendForBytes(api.as(AgentRole.ADMIN, "GET", asked, ""));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(CONTRACT.answer("GET", path, 200, type)).containsEntry("type", "string");
    }

    private static void json(ApiUnderTest api, String method, String path, int status, HttpRequest.Builder request)
            throws Exception {
        HttpResponse<String> answer = api.send(request.header("Content-Type",
                path.equals("/v1/settings") && method.equals("PUT") ? "application/toml" : "application/json"));
        assertThat(answer.statusCode()).as(method + " " + path + " " + answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(CONTRACT.check(CONTRACT.answer(method, path, status, "application/json"), json(answer.body())))
                .as(answer.body()).isEmpty();
    }

    private static final tools.jackson.databind.json.JsonMapper MAPPER = new tools.jackson.databind.json.JsonMapper();

    private static Object json(String text) {
        return MAPPER.readValue(text, Object.class);
    }

    private static Map<String, Object> with(Map<String, Object> good, String key, Object value) {
        Map<String, Object> changed = new java.util.HashMap<>(good);
        changed.put(key, value);
        return changed;
    }
}
