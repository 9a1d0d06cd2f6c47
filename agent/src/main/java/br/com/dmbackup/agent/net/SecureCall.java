package br.com.dmbackup.agent.net;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Questions to the software house's server, each within a time limit. Its certificate is checked, and no redirection is
 * followed: the credential goes to the address that the settings name and to no other. A line is kept open between one
 * question and the next. Thread-safe.
 */
public final class SecureCall implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final long MOST_BYTES = 64 * 1024;

    private final URI base;
    private final Optional<Path> certificate;
    private final Duration patience;
    private @Nullable HttpClient client;

    /** What came back, whatever its status. */
    public record Answer(int status, String body) {}

    /**
     * @param base where the server is, https; paths are put behind it
     * @param certificate the only one to be trusted, or its authority's; none for those that the machine trusts
     * @param patience for how long a whole answer is waited for
     */
    public SecureCall(URI base, Optional<Path> certificate, Duration patience) {
        this.base = base;
        this.certificate = certificate;
        this.patience = patience;
    }

    /** A question without a credential. */
    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(patience).header("Accept", "application/json")
                .header("User-Agent", "DMBackup");
    }

    /** A question in the name of the store. */
    public HttpRequest.Builder to(String path, Secret credential) {
        return to(path).header("Authorization", "Bearer " + new String(credential.value()));
    }

    /** @throws BackupFault {@code REGISTRY_UNREACHABLE}, {@code REGISTRY_CERTIFICATE} */
    public Answer ask(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> response = client().sendAsync(request.build(),
                    BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.body());
        } catch (TimeoutException tooLate) {
            throw BackupFault.of(FaultCode.REGISTRY_UNREACHABLE, host(), Phrase.of("notify.net.timeout"));
        } catch (ExecutionException failed) {
            throw fault(failed.getCause());
        }
    }

    /** By which people know it. */
    public String host() {
        return base.getHost();
    }

    private synchronized HttpClient client() {
        HttpClient known = client;
        if (known == null) {
            known = fresh();
            client = known;
        }
        return known;
    }

    private HttpClient fresh() {
        HttpClient.Builder builder = HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(CONNECT)
                .followRedirects(Redirect.NEVER);
        try {
            if (certificate.isPresent()) {
                builder.sslContext(OwnCertificate.trusting(certificate.get()));
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

    /** What is still asked is given up. */
    @Override
    public synchronized void close() {
        HttpClient known = client;
        if (known != null) {
            known.shutdownNow();
            client = null;
        }
    }
}
