package br.com.dmbackup.cli.settings;

import br.com.dmbackup.agent.notify.channel.ChannelSettings;
import br.com.dmbackup.agent.notify.channel.NotifySettings;
import br.com.dmbackup.cli.Composition;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.settings.Settings;
import br.com.dmbackup.core.settings.Settings.DestinationSettings;
import br.com.dmbackup.protocol.Cnpj;
import br.com.dmbackup.protocol.ExitCode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/**
 * {@code settings check}: what is wrong in the settings, all of it, or how they were understood. Secrets are never
 * shown.
 */
@Command(name = "check")
public final class SettingsCheckCommand implements Verb {
    @Override
    public ExitCode run(Session session) {
        Sound sound = new Composition(session).settings();
        Settings settings = sound.settings();
        Map<String, Object> understood = new LinkedHashMap<>();
        understood.put("settings.language", settings.language().tag());
        settings.store().ifPresent(store -> understood.put("settings.store", store.name() + ", "
                + Cnpj.parse(store.cnpj()).map(Cnpj::formatted).orElse(store.cnpj())));
        understood.put("settings.time_zone", settings.zone().getId());
        understood.put("settings.database", settings.database().name() + " (" + settings.database().engine() + ")");
        settings.database().section().optionalText("path").ifPresent(path -> understood.put("settings.path", path));
        understood.put("settings.slots", settings.localSlots());

        session.output().line(session.texts().text("settings.sound", new Home(session.home()).settingsFile()));
        understood.forEach((key, value) -> session.output()
                .line("  " + session.texts().text(key) + ": " + value));
        List<Place> destinations = destinations(sound, session.surroundings().clock());
        for (Place destination : destinations) {
            session.output().line("  " + session.texts().text("settings.destination", destination.name(),
                    destination.kind(), destination.location()));
        }
        if (destinations.isEmpty()) {
            session.output().line("  " + session.texts().text("settings.no_destination"));
        }
        List<ChannelSettings> channels = sound.parts().of(NotifySettings.PART);
        channels.forEach(channel -> session.output()
                .line("  " + session.texts().text("settings.channel", channel.name(), channel.host())));
        if (channels.isEmpty()) {
            session.output().line("  " + session.texts().text("settings.no_channel"));
        }
        Map<String, Object> result = result(understood, destinations);
        result.put("channels", channels.stream().map(ChannelSettings::name).toList());
        session.output().result(result);
        return ExitCode.OK;
    }

    private static List<Place> destinations(Sound sound, Clock clock) {
        List<Place> destinations = new ArrayList<>();
        for (int i = 0; i < sound.destinations().size(); i++) {
            DestinationSettings told = sound.settings().destinations().get(i);
            try (Destination destination = sound.destinations().get(i).apply(clock)) {
                destinations.add(new Place(told.name(), told.kind(), destination.location(),
                        told.silence().toSeconds()));
            }
        }
        return destinations;
    }

    private static Map<String, Object> result(Map<String, Object> understood,
            List<Place> destinations) {
        Map<String, Object> result = new LinkedHashMap<>();
        understood.forEach((key, value) -> result.put(key.substring(key.indexOf('.') + 1), value));
        result.put("destinations", destinations);
        return result;
    }

    /** A destination as a program is told of it. */
    record Place(String name, String kind, String location, long silenceSeconds) {}
}
