package br.com.dmbackup.agent.notify.channel;

import br.com.dmbackup.agent.notify.channel.WebCall.Answer;
import br.com.dmbackup.agent.notify.message.Item;
import br.com.dmbackup.agent.notify.message.Letter;
import br.com.dmbackup.agent.notify.message.Message;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A POST of JSON, version {@link #VERSION}; {@code docs/messages.md} describes it. With a secret it is signed: the header
 * {@value #SIGNATURE} is {@code t=<seconds>,v1=<hex>}, where the latter is the HMAC-SHA256 of {@code <seconds>.<body>}.
 */
final class WebhookChannel implements Channel {
    static final int VERSION = 1;
    static final String SIGNATURE = "DMBackup-Signature";

    private final WebhookSettings settings;
    private final JsonMapper json = new JsonMapper();

    WebhookChannel(WebhookSettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<BackupFault> send(Letter letter) throws InterruptedException {
        byte[] body = json.writeValueAsBytes(document(letter));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("DMBackup-Event", letter.message().event().word());
        settings.secret().ifPresent(secret -> headers.put(SIGNATURE, signature(secret, letter.message().at(), body)));
        WebCall call = new WebCall(settings.name(), settings.host());
        Answer answer = call.post(settings.address().uri(), "application/json", body, headers);
        if (!answer.taken()) {
            throw call.refusal(answer, "HTTP " + answer.status());
        }
        return Optional.empty();
    }

    private static Map<String, @Nullable Object> document(Letter letter) {
        Message message = letter.message();
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("version", VERSION);
        document.put("id", message.id());
        document.put("event", message.event().word());
        document.put("about", message.about().word());
        document.put("at", message.at().toString());
        document.put("store", message.store());
        document.put("subject", letter.subject());
        document.put("text", letter.text());
        document.put("from", text(message.from()));
        document.put("to", text(message.to()));
        document.put("lastBackup", text(message.lastBackup()));
        document.put("troubles", message.items().stream().map(WebhookChannel::item).toList());
        return document;
    }

    private static Map<String, Object> item(Item item) {
        Map<String, Object> trouble = new LinkedHashMap<>();
        trouble.put("topic", item.topic());
        trouble.put("code", item.number());
        trouble.put("name", item.name());
        trouble.put("message", item.text());
        trouble.put("hint", item.hint());
        trouble.put("details", List.copyOf(item.details()));
        trouble.put("since", item.since().toString());
        return trouble;
    }

    private static @Nullable String text(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse(null);
    }

    private static String signature(Secret secret, Instant at, byte[] body) {
        long seconds = at.getEpochSecond();
        byte[] key = new String(secret.value()).getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
