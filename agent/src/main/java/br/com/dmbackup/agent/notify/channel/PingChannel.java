package br.com.dmbackup.agent.notify.channel;

import br.com.dmbackup.agent.notify.channel.WebCall.Answer;
import br.com.dmbackup.agent.notify.message.Event;
import br.com.dmbackup.agent.notify.message.Letter;
import br.com.dmbackup.core.backup.BackupFault;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The pings of healthchecks.io and whoever speaks like it: a POST to the address itself for a good backup, to
 * {@code /start} when one begins, to {@code /fail} when backups fail, to {@code /log} for what changes no state. The text
 * travels in the body.
 */
final class PingChannel implements Channel {
    private final PingSettings settings;

    PingChannel(PingSettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<BackupFault> send(Letter letter) throws InterruptedException {
        WebCall call = new WebCall(settings.name(), settings.host());
        Answer answer = call.post(settings.address().uri(word(letter.message().event())), "text/plain; charset=utf-8",
                letter.text().getBytes(StandardCharsets.UTF_8), Map.of());
        if (!answer.taken()) {
            throw call.refusal(answer, "HTTP " + answer.status());
        }
        return Optional.empty();
    }

    private static String word(Event event) {
        return switch (event) {
            case BACKUP -> "";
            case BEGAN -> "start";
            case FAILURE, SILENCE -> "fail";
            case ATTENTION, RECOVERY, OVER, AWAY, SUMMARY, SHUTDOWN, ENDED, TEST -> "log";
        };
    }
}
