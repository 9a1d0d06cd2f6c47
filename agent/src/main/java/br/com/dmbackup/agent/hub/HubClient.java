package br.com.dmbackup.agent.hub;

import br.com.dmbackup.agent.json.RecordText;
import br.com.dmbackup.agent.net.SecureCall;
import br.com.dmbackup.agent.registry.HubKey;
import br.com.dmbackup.agent.registry.Refused;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.Cnpj;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.hub.ClientDocument;
import br.com.dmbackup.protocol.hub.Enrolled;
import br.com.dmbackup.protocol.hub.EnrolmentAsked;
import br.com.dmbackup.protocol.hub.HubPath;
import br.com.dmbackup.protocol.hub.SignedDocument;
import br.com.dmbackup.protocol.hub.VersionAnswer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The rare questions to the hub. All may throw {@code REGISTRY_UNREACHABLE}, {@code _CERTIFICATE}, {@code _BUSY} and {@code _ODD}. */
public final class HubClient {
    /** How long a person is made to wait for an answer. */
    private static final Duration ENROLLING = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int LONGEST = 200;

    /** Loaded with the first question alone. */
    private static final class Json {
        static final JsonMapper MAPPER = new JsonMapper();
    }

    /** A store's credential and what the hub knows of it; the signature was found right. */
    public record Enrolment(Cnpj store, Enrolled enrolled, ClientDocument client) {}

    private HubClient() {}

    /**
     * Turns a one-time code into the store's credential.
     *
     * @throws BackupFault {@code HUB_CODE_UNKNOWN}, {@code HUB_SIGNATURE} and those of all questions
     */
    public static Enrolment enrol(URI url, Optional<Path> certificate, EnrolmentAsked asked)
            throws InterruptedException {
        try (SecureCall call = new SecureCall(url, certificate, ENROLLING)) {
            SecureCall.Answer answer = call.ask(call.to(HubPath.ENROLMENTS).header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(RecordText.text(asked))));
            if (answer.status() == NOT_FOUND) {
                throw BackupFault.of(FaultCode.HUB_CODE_UNKNOWN, call.host());
            }
            if (answer.status() != CREATED) {
                throw BackupFault.of(
                        answer.status() == TOO_MANY || answer.status() / 100 == 5
                                ? FaultCode.REGISTRY_BUSY
                                : FaultCode.REGISTRY_ODD,
                        call.host()).withForeignCode("HTTP " + answer.status());
            }
            return checked(read(answer.body(), Enrolled.class, call.host()), call.host());
        }
    }

    private static Enrolment checked(Enrolled enrolled, String host) {
        if (enrolled.cnpj() == null || enrolled.credential() == null || enrolled.hubKey() == null) {
            throw BackupFault.of(FaultCode.REGISTRY_ODD, host);
        }
        Cnpj store = Cnpj.parse(enrolled.cnpj()).orElseThrow(() -> BackupFault.of(FaultCode.REGISTRY_ODD, host));
        HubKey key = HubKey.parse(enrolled.hubKey())
                .orElseThrow(() -> BackupFault.of(FaultCode.REGISTRY_ODD, host));
        return new Enrolment(store, enrolled, opened(enrolled.client(), key, store, host));
    }

    /** @throws BackupFault besides {@code REGISTRY_REFUSED}, {@code REGISTRY_STORE_UNKNOWN}, {@code HUB_SIGNATURE} */
    static ClientDocument client(HubAccess access, Duration patience) throws InterruptedException {
        try (SecureCall call = access.call(patience)) {
            String body = ask(access, call, HubPath.client(access.store()));
            return opened(read(body, SignedDocument.class, call.host()), access.key(), access.store(), call.host());
        }
    }

    /**
     * @return empty where the software house names none
     * @throws BackupFault besides {@code REGISTRY_REFUSED}, {@code REGISTRY_STORE_UNKNOWN}
     */
    static String version(HubAccess access, Duration patience) throws InterruptedException {
        try (SecureCall call = access.call(patience)) {
            String body = ask(access, call, HubPath.version(access.store()));
            VersionAnswer answer = read(body, VersionAnswer.class, call.host());
            if (answer.newest() == null) {
                throw BackupFault.of(FaultCode.REGISTRY_ODD, call.host());
            }
            return answer.newest();
        }
    }

    private static String ask(HubAccess access, SecureCall call, String path) throws InterruptedException {
        SecureCall.Answer answer = call.ask(call.to(path, access.credential()).GET());
        if (answer.status() != OK) {
            throw Refused.fault(answer.status(), call.host(), access.store());
        }
        return answer.body();
    }

    private static ClientDocument opened(SignedDocument document, HubKey key, Cnpj store, String host) {
        if (document == null || document.payload() == null || document.signature() == null) {
            throw BackupFault.of(FaultCode.REGISTRY_ODD, host);
        }
        byte[] payload = key.open(document).orElseThrow(() -> BackupFault.of(FaultCode.HUB_SIGNATURE, host));
        ClientDocument client = read(new String(payload, StandardCharsets.UTF_8), ClientDocument.class, host);
        if (!store.value().equals(client.cnpj())) {
            throw BackupFault.of(FaultCode.HUB_SIGNATURE, host);
        }
        if (client.name() == null || client.name().length() > LONGEST || client.integration() == null
                || client.issuedAt() == null || client.alerts() == null) {
            throw BackupFault.of(FaultCode.REGISTRY_ODD, host);
        }
        return client;
    }

    private static <T> T read(String body, Class<T> type, String host) {
        try {
            T read = Json.MAPPER.readValue(body, type);
            if (read == null) {
                throw BackupFault.of(FaultCode.REGISTRY_ODD, host);
            }
            return read;
        } catch (JacksonException | NullPointerException garbage) {
            throw BackupFault.of(FaultCode.REGISTRY_ODD, host).causedBy(garbage);
        }
    }
}
