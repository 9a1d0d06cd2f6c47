package br.com.dmbackup.agent.notify.channel;

import br.com.dmbackup.agent.notify.channel.WebCall.Answer;
import br.com.dmbackup.agent.notify.message.Letter;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Telegram's Bot API, method {@code sendMessage}: {@code https://core.telegram.org/bots/api#sendmessage}. */
final class TelegramChannel implements Channel {
    static final String API = "https://api.telegram.org";
    /** The API's limit is 4096 characters. */
    private static final int LONGEST = 4000;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final TelegramSettings settings;
    private final String api;
    private final JsonMapper json = new JsonMapper();

    /** @param api where the API is */
    TelegramChannel(TelegramSettings settings, String api) {
        this.settings = settings;
        this.api = api;
    }

    @Override
    public Optional<BackupFault> send(Letter letter) throws InterruptedException {
        String text = letter.subject() + "\n\n" + letter.text();
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        byte[] body = json.writeValueAsBytes(Map.of("chat_id", settings.chat(), "text", cut, "link_preview_options",
                Map.of("is_disabled", true)));
        URI method = URI.create(api + "/bot" + new String(settings.token().value()) + "/sendMessage");
        WebCall call = new WebCall(settings.name(), settings.host());
        Answer answer = call.post(method, "application/json", body, Map.of());
        if (answer.taken()) {
            return Optional.empty();
        }
        throw fault(call, answer, description(answer));
    }

    private BackupFault fault(WebCall call, Answer answer, String words) {
        return switch (answer.status()) {
            case UNAUTHORIZED, NOT_FOUND -> BackupFault.of(FaultCode.NOTIFY_LOGIN_REFUSED, settings.name(),
                    settings.host(), words).withForeignCode("HTTP " + answer.status());
            case BAD_REQUEST, FORBIDDEN -> BackupFault.of(FaultCode.NOTIFY_RECIPIENT_REFUSED, settings.name(),
                    settings.host(), words).withForeignCode("HTTP " + answer.status());
            default -> call.refusal(answer, words);
        };
    }

    private String description(Answer answer) {
        try {
            String told = json.readTree(answer.body()).path("description").asString("");
            String token = new String(settings.token().value());
            return told.isBlank() ? "HTTP " + answer.status() : told.replace(token, "***");
        } catch (JacksonException noJson) {
            return "HTTP " + answer.status();
        }
    }
}
