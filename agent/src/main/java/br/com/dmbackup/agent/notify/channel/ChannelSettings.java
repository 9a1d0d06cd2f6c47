package br.com.dmbackup.agent.notify.channel;

import br.com.dmbackup.agent.notify.message.Event;
import br.com.dmbackup.agent.notify.message.Message;
import java.util.Set;

/** One {@code [[notify]]} of the settings. */
public sealed interface ChannelSettings permits EmailSettings, TelegramSettings, WebhookSettings, PingSettings {
    /** Its name, unique. */
    String name();

    /** What it is told of. */
    Set<Event> events();

    /** What it reaches, for a person: a server's name, never a whole address. */
    String host();

    /** Whether this message is for it. Whoever is told that it began is told that it ended. */
    default boolean wants(Message message) {
        return switch (message.event()) {
            case OVER -> events().contains(message.about());
            case RECOVERY -> events().contains(Event.RECOVERY) && events().contains(message.about());
            case AWAY -> events().contains(Event.SILENCE);
            case ENDED -> events().contains(Event.SHUTDOWN);
            case TEST -> true;
            case FAILURE, SILENCE, ATTENTION, SUMMARY, SHUTDOWN, BEGAN, BACKUP -> events().contains(message.event());
        };
    }

    /** Whether only how the store stands now matters, and not how it stood before. */
    default boolean latestOnly() {
        return false;
    }
}
