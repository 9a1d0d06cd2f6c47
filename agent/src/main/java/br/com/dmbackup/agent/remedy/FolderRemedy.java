package br.com.dmbackup.agent.remedy;

import br.com.dmbackup.agent.HomeDoor;
import br.com.dmbackup.core.installation.PlainFolder;
import br.com.dmbackup.core.installation.PlainFolder.Objection;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.RemedyReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes the folder of a destination, or marks it anew where it stands there without its mark: a person has then seen that
 * the disk is the right one.
 *
 * @param destination its name in the settings
 */
public record FolderRemedy(HomeDoor door, String destination) implements AgentRemedy {
    @Override
    public RemedyReport look(Messages words) {
        Optional<Path> named = folder();
        if (named.isEmpty()) {
            return new RemedyReport(false, words.text("remedy.folder.none", destination), List.of());
        }
        Path folder = named.get();
        Optional<Objection> objection = PlainFolder.objection(folder, door.home(), true);
        if (objection.isPresent()) {
            return new RemedyReport(false,
                    words.text("settings.folder." + objection.get().name().toLowerCase(Locale.ROOT), folder),
                    List.of());
        }
        return new RemedyReport(true,
                words.text(Files.exists(folder) ? "remedy.folder.mark" : "remedy.folder.create", folder), List.of());
    }

    @Override
    public RemedyReport apply(Messages words) {
        RemedyReport before = look(words);
        Optional<Path> folder = folder();
        if (!before.good() || folder.isEmpty()) {
            return before;
        }
        if (!Files.exists(folder.get())) {
            PlainFolder.create(folder.get());
        }
        door.mark(destination, folder.get());
        return PlainFolder.objection(folder.get(), door.home(), false)
                .map(why -> new RemedyReport(false,
                        words.text("settings.folder." + why.name().toLowerCase(Locale.ROOT), folder.get()),
                        List.<String>of()))
                .orElseGet(() -> new RemedyReport(true, words.text("remedy.folder.done", folder.get()), List.of()));
    }

    private Optional<Path> folder() {
        SettingsFile settings = SettingsFile.load(door.home().settingsFile());
        return settings.getDestination(destination, "kind").filter("folder"::equals)
                .flatMap(folder -> settings.getDestination(destination, "path"))
                .map(path -> door.home().root().resolve(path.toString()));
    }
}
