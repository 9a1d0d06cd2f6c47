package br.com.dmbackup.agent.registry;

import br.com.dmbackup.agent.json.RecordText;
import br.com.dmbackup.agent.net.SecureCall;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.protocol.Cnpj;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.registry.AddressAnswer;
import br.com.dmbackup.protocol.registry.AddressReport;
import br.com.dmbackup.protocol.registry.RegistryPath;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One question to the registry, within a time limit, by a line that lives no longer than that. */
public final class RegistryClient {
    private static final Duration WHOLE = Duration.ofSeconds(20);
    private static final int OK = 200;

    private final RegistrySettings settings;
    private final Cnpj store;
    private final Duration patience;

    /** Loaded with the first question alone. */
    private static final class Json {
        static final JsonMapper MAPPER = new JsonMapper();
    }

    public RegistryClient(RegistrySettings settings, Cnpj store) {
        this(settings, store, WHOLE);
    }

    /** @param patience for how long the whole answer may be waited for */
    RegistryClient(RegistrySettings settings, Cnpj store, Duration patience) {
        this.settings = settings;
        this.store = store;
        this.patience = patience;
    }

    /**
     * What is registered.
     *
     * @throws BackupFault {@code REGISTRY_*}
     */
    public AddressAnswer address() throws InterruptedException {
        return ask(HttpRequest.Builder::GET);
    }

    /**
     * Registers where this store is.
     *
     * @throws BackupFault {@code REGISTRY_*}
     */
    public AddressAnswer register(AddressReport report) throws InterruptedException {
        return ask(request -> request.header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(RecordText.text(report))));
    }

    private AddressAnswer ask(UnaryOperator<HttpRequest.Builder> question) throws InterruptedException {
        URI url = settings.url().orElseThrow(() -> BackupFault.of(FaultCode.REGISTRY_NOT_SET));
        Secret credential = settings.credential().orElseThrow(() -> BackupFault.of(FaultCode.REGISTRY_NOT_SET));
        try (SecureCall call = new SecureCall(url, settings.certificate(), patience)) {
            SecureCall.Answer answer = call.ask(question.apply(call.to(RegistryPath.address(store), credential)));
            if (answer.status() != OK) {
                throw Refused.fault(answer.status(), call.host(), store);
            }
            return understood(answer.body(), call.host());
        }
    }

    private static AddressAnswer understood(String body, String host) {
        try {
            AddressAnswer answer = Json.MAPPER.readValue(body, AddressAnswer.class);
            if (answer == null || answer.seen() == null || answer.registered() == null
                    || answer.registered().filter(it -> it.lan() == null || it.host() == null
                            || it.publicAddress() == null || it.since() == null).isPresent()) {
                throw BackupFault.of(FaultCode.REGISTRY_ODD, host);
            }
            return answer;
        } catch (JacksonException garbage) {
            throw BackupFault.of(FaultCode.REGISTRY_ODD, host).causedBy(garbage);
        }
    }
}
