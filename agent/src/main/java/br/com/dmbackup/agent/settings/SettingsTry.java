package br.com.dmbackup.agent.settings;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.DatabaseTrial;
import br.com.dmbackup.core.installation.DatabaseTrial.Found;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.installation.PlainFolder;
import br.com.dmbackup.core.installation.Room;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.core.settings.SettingsLeaves;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.SettingsTrial;
import br.com.dmbackup.protocol.api.SettingsTrial.Finding;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tries settings that nobody has kept yet: the database, the room on this disk, the folders that copies go to. */
public record SettingsTry(Home home, DatabaseTrial trial, Messages words) {
    private static final String DATABASE = "database";
    private static final String SLOTS = "local.slots";

    /** @param createFolders whether folders may be missing, as they will be made */
    public SettingsTrial of(String settings, boolean createFolders) {
        SettingsFile file = SettingsFile.parse(settings);
        List<Finding> findings = new ArrayList<>();
        try {
            trial.find(file, words).ifPresentOrElse(found -> {
                findings.add(good(DATABASE, words.text("settings.try.database", found.facts().engineVersion(),
                        found.facts().sizeBytes())));
                findings.add(room(file, found));
            }, () -> findings.add(new Finding(DATABASE, false, words.text("settings.try.incomplete"), "", "")));
        } catch (BackupFault fault) {
            findings.add(bad(DATABASE, fault));
        }
        for (Named folder : folders(file)) {
            findings.add(folder(folder, createFolders));
        }
        return new SettingsTrial(List.copyOf(findings));
    }

    /** Makes the folders that destinations name and that are missing. */
    public void createFolders(SettingsFile settings) {
        folders(settings).stream().map(named -> home.root().resolve(named.path()))
                .filter(folder -> !Files.exists(folder)).forEach(PlainFolder::create);
    }

    /** The folders, by their destinations, that the present settings do not name. */
    public Map<String, Path> newFolders(String present, SettingsFile settings) {
        List<Named> before = folders(SettingsFile.parse(present));
        return folders(settings).stream().filter(named -> !before.contains(named))
                .filter(named -> settings.getDestination(named.name(), "marker").filter(Boolean.FALSE::equals)
                        .isEmpty())
                .collect(Collectors.toMap(Named::name, named -> home.root().resolve(named.path())));
    }

    /** A destination's folder. */
    private record Named(String name, String path) {}

    private static List<Named> folders(SettingsFile file) {
        return SettingsLeaves.of(file).stream()
                .filter(leaf -> leaf.key().matches("destination\\[\\d+]\\.name") && leaf.value() instanceof String)
                .map(leaf -> leaf.value().toString())
                .filter(name -> file.getDestination(name, "kind").filter("folder"::equals).isPresent())
                .flatMap(name -> file.getDestination(name, "path").map(path -> new Named(name, path.toString()))
                        .stream())
                .toList();
    }

    private Finding folder(Named named, boolean create) {
        String key = "destination[" + named.name() + "].path";
        try {
            Path folder = home.root().resolve(named.path());
            Optional<PlainFolder.Objection> objection = PlainFolder.objection(folder, home, create);
            return objection
                    .map(why -> new Finding(key, false,
                            words.text("settings.folder." + why.name().toLowerCase(Locale.ROOT), folder), "",
                            why == PlainFolder.Objection.MISSING ? "FOLDER_MISSING" : ""))
                    .orElseGet(() -> good(key, words.text("settings.try.folder", folder)));
        } catch (InvalidPathException invalid) {
            return new Finding(key, false, words.text("settings.path", String.valueOf(invalid.getReason())), "", "");
        }
    }

    private Finding room(SettingsFile file, Found found) {
        int slots = file.get("local", "slots").filter(Long.class::isInstance).map(number -> ((Long) number).intValue())
                .orElse(24);
        boolean keeps = file.get(DATABASE, "keep_dump").filter(Boolean.class::isInstance).map(Boolean.class::cast)
                .orElse(found.keepsDumps());
        Room room = Room.of(home, found.facts().sizeBytes(), keeps);
        if (room.enoughFor(slots)) {
            return good(SLOTS, words.text("settings.try.room", slots, room.need().bytesFor(slots),
                    room.usableBytes()));
        }
        int fit = room.slotsThatFit().orElse(0);
        return new Finding(SLOTS, false, words.text(fit == 0 ? "settings.try.no_room" : "settings.try.fewer", slots,
                room.need().bytesFor(slots), room.usableBytes(), fit), "", "LOCAL_FULL");
    }

    private static Finding good(String key, String message) {
        return new Finding(key, true, message, "", "");
    }

    private Finding bad(String key, BackupFault fault) {
        return new Finding(key, false,
                fault.text(words) + fault.foreignCode().map(code -> " (" + code + ")").orElse(""), fault.hint(words),
                fault.code().name());
    }
}
