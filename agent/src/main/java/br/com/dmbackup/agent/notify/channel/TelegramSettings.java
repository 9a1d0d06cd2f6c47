package br.com.dmbackup.agent.notify.channel;

import br.com.dmbackup.agent.notify.message.Event;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.settings.SettingsSection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A conversation with a Telegram bot.
 *
 * @param token proves that the bot is ours
 * @param chat number of the conversation, or {@code @name} of a public channel
 */
public record TelegramSettings(String name, Set<Event> events, Secret token, String chat) implements ChannelSettings {
    private static final Pattern TOKEN = Pattern.compile("\\d{4,20}:[A-Za-z0-9_-]{20,100}");
    private static final Pattern CHAT = Pattern.compile("-?\\d{1,20}|@\\w{3,64}");

    static TelegramSettings read(String name, Set<Event> events, SettingsSection table) {
        String chat = table.text("chat");
        if (!chat.isEmpty() && !CHAT.matcher(chat).matches()) {
            table.problem("chat", "settings.notify.chat", chat);
        }
        if (table.optionalText("token").isEmpty()) {
            table.problem("token", "settings.missing");
        }
        Optional<Secret> token = table.optionalSecret("token");
        token.filter(secret -> !TOKEN.matcher(new String(secret.value())).matches())
                .ifPresent(wrong -> table.problem("token", "settings.notify.token"));
        return new TelegramSettings(name, events, token.orElse(new Secret(new char[0])), chat);
    }

    @Override
    public String host() {
        return "Telegram";
    }
}
