package br.com.dmbackup.agent.registry;

import br.com.dmbackup.agent.net.NetWords;
import br.com.dmbackup.agent.net.OwnCertificate;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.protocol.Cnpj;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import br.com.dmbackup.protocol.registry.AddressAnswer;
import br.com.dmbackup.protocol.registry.AddressReport;
import br.com.dmbackup.protocol.registry.RegistryPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One question to the registry, within a time limit, by an HTTP client that lives no longer than that. Its certificate is
 * checked, and no redirection is followed: the credential goes to the address that the settings name and to no other.
 */
public final class RegistryClient {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration WHOLE = Duration.ofSeconds(20);
    private static final long MOST_BYTES = 64 * 1024;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int NOT_FOUND = 404;

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
        return ask(request().GET());
    }

    /**
     * Registers where this store is.
     *
     * @throws BackupFault {@code REGISTRY_*}
     */
    public AddressAnswer register(AddressReport report) throws InterruptedException {
        String body = Json.MAPPER.writeValueAsString(
                Map.of("lan", report.lan(), "host", report.host(), "programVersion", report.programVersion()));
        return ask(request().header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request() {
        Secret credential = settings.credential().orElseThrow(() -> BackupFault.of(FaultCode.REGISTRY_NOT_SET));
        return HttpRequest.newBuilder(URI.create(url() + RegistryPath.address(store))).timeout(patience)
                .header("Accept", "application/json").header("User-Agent", "DMBackup")
                .header("Authorization", "Bearer " + new String(credential.value()));
    }

    private URI url() {
        return settings.url().orElseThrow(() -> BackupFault.of(FaultCode.REGISTRY_NOT_SET));
    }

    private AddressAnswer ask(HttpRequest.Builder request) throws InterruptedException {
        HttpClient client = client();
        try {
            HttpResponse<String> response = client.sendAsync(request.build(),
                    BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return answer(response.statusCode(), response.body());
        } catch (TimeoutException tooLate) {
            throw BackupFault.of(FaultCode.REGISTRY_UNREACHABLE, host(), Phrase.of("notify.net.timeout"));
        } catch (ExecutionException failed) {
            throw fault(failed.getCause());
        } finally {
            client.shutdownNow();
        }
    }

    private HttpClient client() {
        HttpClient.Builder builder = HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(CONNECT)
                .followRedirects(Redirect.NEVER);
        try {
            if (settings.certificate().isPresent()) {
                builder.sslContext(OwnCertificate.trusting(settings.certificate().get()));
            }
            return builder.build();
        } catch (GeneralSecurityException | IOException unusable) {
            throw BackupFault.of(FaultCode.REGISTRY_CERTIFICATE, host()).causedBy(unusable);
        }
    }

    private BackupFault fault(@Nullable Throwable failure) {
        for (Throwable why = failure; why != null; why = why.getCause()) {
            if (why instanceof SSLException) {
                return BackupFault.of(FaultCode.REGISTRY_CERTIFICATE, host()).causedBy(why);
            }
        }
        return BackupFault.of(FaultCode.REGISTRY_UNREACHABLE, host(), NetWords.of(failure));
    }

    private AddressAnswer answer(int status, String body) {
        return switch (status) {
            case OK -> understood(body);
            case UNAUTHORIZED, FORBIDDEN -> throw refused(FaultCode.REGISTRY_REFUSED, status);
            case NOT_FOUND -> throw BackupFault.of(FaultCode.REGISTRY_STORE_UNKNOWN, host(), store.formatted());
            case TOO_MANY -> throw refused(FaultCode.REGISTRY_BUSY, status);
            default -> throw refused(status / 100 == 5 ? FaultCode.REGISTRY_BUSY : FaultCode.REGISTRY_ODD, status);
        };
    }

    private BackupFault refused(FaultCode why, int status) {
        return BackupFault.of(why, host()).withForeignCode("HTTP " + status);
    }

    private AddressAnswer understood(String body) {
        try {
            AddressAnswer answer = Json.MAPPER.readValue(body, AddressAnswer.class);
            if (answer == null || answer.seen() == null || answer.registered() == null
                    || answer.registered().filter(it -> it.lan() == null || it.host() == null
                            || it.publicAddress() == null || it.since() == null).isPresent()) {
                throw BackupFault.of(FaultCode.REGISTRY_ODD, host());
            }
            return answer;
        } catch (JacksonException garbage) {
            throw BackupFault.of(FaultCode.REGISTRY_ODD, host()).causedBy(garbage);
        }
    }

    private String host() {
        return url().getHost();
    }
}
