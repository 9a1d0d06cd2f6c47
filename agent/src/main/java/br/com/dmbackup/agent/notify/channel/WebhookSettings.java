package br.com.dmbackup.agent.notify.channel;

import br.com.dmbackup.agent.notify.message.Event;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.settings.SettingsSection;
import java.util.Optional;
import java.util.Set;

/**
 * A program that wants to know, as JSON.
 *
 * @param secret what both sides know, to sign with
 */
public record WebhookSettings(String name, Set<Event> events, WebAddress address, Optional<Secret> secret)
        implements
            ChannelSettings {

    static WebhookSettings read(String name, Set<Event> events, SettingsSection table) {
        return new WebhookSettings(name, events, WebAddress.read(table), table.optionalSecret("secret"));
    }

    @Override
    public String host() {
        return address.host();
    }
}
