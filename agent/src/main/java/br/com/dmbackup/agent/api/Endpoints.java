package br.com.dmbackup.agent.api;

import br.com.dmbackup.agent.AgentDesk;
import br.com.dmbackup.protocol.api.AgentAddress;
import br.com.dmbackup.protocol.api.AgentAddress.Proof;
import br.com.dmbackup.protocol.api.AgentRole;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.Farewell;
import br.com.dmbackup.protocol.api.Hello;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Everything that can be asked for: this list and {@code docs/api/local-api.yaml} say the same. */
final class Endpoints {
    private static final String CONTRACT = "local-api.yaml";
    private static final Pattern NONCE = Pattern.compile("[0-9a-f]{64}");

    private final AgentDesk desk;
    private final ApiKeys keys;
    private final int port;
    private final EventsDesk events;
    private final SettingsDesk settings;
    private final PasswordDesk passwords;

    Endpoints(AgentDesk desk, ApiKeys keys, int port, EventsDesk events, SettingsDesk settings,
            PasswordDesk passwords) {
        this.desk = desk;
        this.keys = keys;
        this.port = port;
        this.events = events;
        this.settings = settings;
        this.passwords = passwords;
    }

    List<Endpoint> all(JobDesk jobs) {
        ArchiveDesk archives = new ArchiveDesk(desk);
        return List.of(anyone("GET", "/v1/hello", this::hello), anyone("GET", "/v1/openapi.yaml", this::contract),
                till("GET", "/v1/status", "", caller -> caller.answer(200, desk.status())),
                till("GET", "/v1/events", "", events::follow),
                till("GET", "/v1/slots", "", caller -> caller.answer(200, desk.slots())),
                till("POST", "/v1/jobs", Caller.JSON, jobs::take),
                till("GET", "/v1/jobs/{id}", "", jobs::tell),
                till("GET", "/v1/archives/{which}", "", archives::send),
                till("POST", "/v1/admin", Caller.JSON, passwords::admit),
                admin("GET", "/v1/settings", "", settings::show),
                admin("PUT", "/v1/settings", SettingsDesk.TOML, settings::change),
                admin("POST", "/v1/goodbye", Caller.JSON, this::goodbye),
                admin("POST", "/v1/stop", Caller.JSON, this::stop));
    }

    private static Endpoint anyone(String method, String path, Endpoint.Work work) {
        return new Endpoint(method, path, Optional.empty(), "", work);
    }

    private static Endpoint till(String method, String path, String body, Endpoint.Work work) {
        return new Endpoint(method, path, Optional.of(AgentRole.TILL), body, work);
    }

    private static Endpoint admin(String method, String path, String body, Endpoint.Work work) {
        return new Endpoint(method, path, Optional.of(AgentRole.ADMIN), body, work);
    }

    private void hello(Caller caller) throws IOException {
        String nonce = caller.header(AgentAddress.NONCE);
        Optional<Proof> by = Arrays.stream(Proof.values())
                .filter(proof -> proof.word().equals(caller.header(AgentAddress.PROOF))).findFirst();
        if (by.isEmpty() || !NONCE.matcher(nonce).matches()) {
            throw Refusal.notUnderstood(400, "why.api_hello");
        }
        caller.answer(200, new Hello(AgentStatus.API_VERSION, keys.proof(by.get(), port, nonce)));
    }

    private void contract(Caller caller) throws IOException {
        try (InputStream contract = Objects.requireNonNull(Endpoints.class.getResourceAsStream(CONTRACT))) {
            caller.answer(200, "application/yaml; charset=utf-8", contract.readAllBytes());
        }
    }

    private void goodbye(Caller caller) throws IOException {
        if (caller.sent(Farewell.class).reason() == null) {
            throw Refusal.notUnderstood(400, "why.api_json");
        }
        desk.goodbye();
        caller.done();
    }

    private void stop(Caller caller) throws IOException {
        caller.sent(Nothing.class);
        desk.stop();
        caller.done();
    }

    /** An empty object. */
    private record Nothing() {}
}
