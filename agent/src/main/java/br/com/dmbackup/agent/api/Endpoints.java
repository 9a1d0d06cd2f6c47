package br.com.dmbackup.agent.api;

import br.com.dmbackup.agent.AgentDesk;
import br.com.dmbackup.protocol.api.AgentAddress;
import br.com.dmbackup.protocol.api.AgentAddress.Proof;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.ExternalCopy;
import br.com.dmbackup.protocol.api.Farewell;
import br.com.dmbackup.protocol.api.Hello;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /** @param more what other desks answer */
    List<Endpoint> all(JobDesk jobs, List<Endpoint> more) {
        ArchiveDesk archives = new ArchiveDesk(desk);
        return Stream.concat(own(jobs, archives).stream(), more.stream()).toList();
    }

    private List<Endpoint> own(JobDesk jobs, ArchiveDesk archives) {
        FilesDesk files = new FilesDesk(desk);
        return List.of(Endpoint.anyone("GET", "/v1/hello", this::hello),
                Endpoint.anyone("GET", "/v1/openapi.yaml", this::contract),
                Endpoint.till("GET", "/v1/status", "", caller -> caller.answer(200, desk.status())),
                Endpoint.till("GET", "/v1/events", "", events::follow),
                Endpoint.till("GET", "/v1/slots", "", caller -> caller.answer(200, desk.slots())),
                Endpoint.till("GET", "/v1/picture", "", caller -> caller.answer(200, desk.picture())),
                Endpoint.till("GET", "/v1/contents/{which}", "", archives::tell),
                Endpoint.till("POST", "/v1/external-copies", Caller.JSON, this::tookCopy),
                Endpoint.admin("POST", "/v1/files", Caller.JSON, files::announce),
                Endpoint.admin("PUT", "/v1/files/{id}", FilesDesk.BYTES, files::receive),
                Endpoint.admin("DELETE", "/v1/files/{id}", "", files::drop),
                Endpoint.till("POST", "/v1/jobs", Caller.JSON, jobs::take),
                Endpoint.till("GET", "/v1/jobs/{id}", "", jobs::tell),
                Endpoint.till("GET", "/v1/archives/{which}", "", archives::send),
                Endpoint.till("POST", "/v1/admin", Caller.JSON, passwords::admit),
                Endpoint.admin("GET", "/v1/settings", "", settings::show),
                Endpoint.admin("PUT", "/v1/settings", SettingsDesk.TOML, settings::change),
                Endpoint.admin("POST", "/v1/goodbye", Caller.JSON, this::goodbye),
                Endpoint.admin("POST", "/v1/stop", Caller.JSON, this::stop));
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

    private void tookCopy(Caller caller) throws IOException {
        String backup = caller.sent(ExternalCopy.class).backup();
        if (backup == null || !ArchiveDesk.ID.matcher(backup).matches()) {
            throw Refusal.notUnderstood(400, "why.api_archive");
        }
        desk.tookCopy(backup);
        caller.done();
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
