package br.com.dmbackup.agent.notify.channel;

import br.com.dmbackup.agent.net.NetWords;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One POST and its answer, within a time limit, by a client that lives no longer than that. Follows no redirection: an
 * address that moved is for a person to look at. No fault carries an exception of the client's, whose text may hold the
 * address.
 */
final class WebCall {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration WHOLE = Duration.ofSeconds(25);
    private static final long MOST_BYTES = 64 * 1024;
    private static final int TOO_MANY = 429;

    private final String channel;
    private final String host;

    /** What came back. */
    record Answer(int status, String body) {
        boolean taken() {
            return status / 100 == 2;
        }
    }

    /** @param host as it is told to a person */
    WebCall(String channel, String host) {
        this.channel = channel;
        this.host = host;
    }

    /** @throws BackupFault {@code NOTIFY_UNREACHABLE}, {@code NOTIFY_CERTIFICATE}, {@code NOTIFY_BUSY} */
    Answer post(URI address, String contentType, byte[] body, Map<String, String> headers)
            throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(WHOLE)
                .header("Content-Type", contentType).header("User-Agent", "DMBackup")
                .POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(CONNECT)
                .followRedirects(Redirect.NEVER).build();
        try {
            Answer answer = wait(client.sendAsync(request.build(),
                    BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES)));
            if (answer.status() == TOO_MANY || answer.status() / 100 == 5) {
                throw BackupFault.of(FaultCode.NOTIFY_BUSY, channel, host).withForeignCode("HTTP " + answer.status());
            }
            return answer;
        } finally {
            client.shutdownNow();
        }
    }

    private Answer wait(CompletableFuture<HttpResponse<String>> sent) throws InterruptedException {
        try {
            HttpResponse<String> response = sent.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.body());
        } catch (TimeoutException tooLate) {
            sent.cancel(true);
            throw BackupFault.of(FaultCode.NOTIFY_UNREACHABLE, channel, host, Phrase.of("notify.net.timeout"));
        } catch (ExecutionException failed) {
            throw fault(failed.getCause());
        }
    }

    private BackupFault fault(@Nullable Throwable why) {
        if (why instanceof SSLException || (why != null && why.getCause() instanceof SSLException)) {
            return BackupFault.of(FaultCode.NOTIFY_CERTIFICATE, channel, host, Phrase.of("notify.net.certificate"));
        }
        return BackupFault.of(FaultCode.NOTIFY_UNREACHABLE, channel, host, NetWords.of(why));
    }

    /** Another answer than "taken". */
    BackupFault refusal(Answer answer, String words) {
        return BackupFault.of(FaultCode.NOTIFY_REFUSED, channel, host, words)
                .withForeignCode("HTTP " + answer.status());
    }
}
