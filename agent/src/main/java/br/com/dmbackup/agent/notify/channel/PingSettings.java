package br.com.dmbackup.agent.notify.channel;

import br.com.dmbackup.agent.notify.message.Event;
import br.com.dmbackup.core.settings.SettingsSection;
import java.util.EnumSet;
import java.util.Set;

/** A watcher outside of the store that raises the alarm when this store stops calling, as healthchecks.io does. */
public record PingSettings(String name, WebAddress address) implements ChannelSettings {
    private static final Set<Event> EVENTS = EnumSet.of(Event.BEGAN, Event.BACKUP, Event.FAILURE, Event.SILENCE,
            Event.SHUTDOWN);

    static PingSettings read(String name, SettingsSection table) {
        return new PingSettings(name, WebAddress.read(table));
    }

    @Override
    public Set<Event> events() {
        return EVENTS;
    }

    @Override
    public String host() {
        return address.host();
    }

    @Override
    public boolean latestOnly() {
        return true;
    }
}
