package br.com.dmbackup.agent.notify.channel;

import br.com.dmbackup.agent.notify.message.Event;
import br.com.dmbackup.core.backup.SafeName;
import br.com.dmbackup.core.settings.SettingsPart;
import br.com.dmbackup.core.settings.SettingsSection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The tables {@code [[notify]]} of the settings. */
public final class NotifySettings implements SettingsPart<List<ChannelSettings>> {
    /** How the tables are read. */
    public static final SettingsPart<List<ChannelSettings>> PART = new NotifySettings();
    private static final List<String> KINDS = List.of("email", "telegram", "webhook", "ping");
    private static final Set<Event> FOR_PEOPLE = EnumSet.of(Event.FAILURE, Event.RECOVERY, Event.SILENCE,
            Event.ATTENTION, Event.SUMMARY);
    private static final Set<Event> FOR_PROGRAMS = EnumSet.of(Event.FAILURE, Event.RECOVERY, Event.SILENCE,
            Event.ATTENTION, Event.SUMMARY, Event.SHUTDOWN, Event.BEGAN, Event.BACKUP);
    /** A program that wants to hear of each backup says so. */
    private static final Set<Event> UNASKED_FOR = EnumSet.of(Event.BEGAN, Event.BACKUP);

    private NotifySettings() {}

    @Override
    public String name() {
        return "notify";
    }

    @Override
    public boolean many() {
        return true;
    }

    @Override
    public List<ChannelSettings> read(List<SettingsSection> tables) {
        List<ChannelSettings> channels = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (SettingsSection table : tables) {
            String name = name(table, names);
            kind(table).map(kind -> read(kind, name, table)).ifPresentOrElse(channels::add, table::skip);
        }
        return List.copyOf(channels);
    }

    private static ChannelSettings read(String kind, String name, SettingsSection table) {
        return switch (kind) {
            case "email" -> EmailSettings.read(name, events(table, FOR_PEOPLE), table);
            case "telegram" -> TelegramSettings.read(name, events(table, FOR_PEOPLE), table);
            case "webhook" -> WebhookSettings.read(name, events(table, FOR_PROGRAMS), table);
            default -> PingSettings.read(name, table);
        };
    }

    private static String name(SettingsSection table, Set<String> names) {
        String name = table.text("name");
        if (name.isEmpty()) {
            return name;
        }
        if (!SafeName.isSafe(name)) {
            table.problem("name", "settings.name", name);
        } else if (!names.add(name.toLowerCase(Locale.ROOT))) {
            table.problem("name", "settings.notify.name_twice", name);
        }
        return name;
    }

    private static Optional<String> kind(SettingsSection table) {
        if (table.optionalText("kind").isEmpty()) {
            table.problem("kind", "settings.missing_choice", String.join(", ", KINDS));
        }
        String kind = table.choice("kind", "", KINDS);
        return kind.isEmpty() ? Optional.empty() : Optional.of(kind);
    }

    private static Set<Event> events(SettingsSection table, Set<Event> possible) {
        Set<Event> all = EnumSet.copyOf(possible);
        List<String> words = possible.stream().map(Event::word).toList();
        Optional<List<String>> written = table.optionalTexts("events");
        all.removeAll(UNASKED_FOR);
        Set<Event> wanted = EnumSet.noneOf(Event.class);
        for (String word : written.orElse(List.of())) {
            if (words.contains(word)) {
                wanted.add(Event.valueOf(word.toUpperCase(Locale.ROOT)));
            } else if (!word.equals("?")) {
                table.problem("events", "settings.choice", word, String.join(", ", words));
            }
        }
        return written.isPresent() ? wanted : all;
    }
}
