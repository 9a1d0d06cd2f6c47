package br.com.dmbackup.terminal.life;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.SafeName;
import br.com.dmbackup.core.settings.Settings;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.core.settings.SettingsSection;
import br.com.dmbackup.core.settings.SettingsTables;
import br.com.dmbackup.link.find.LinkPort;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a person says of the terminal in {@code terminal.toml}. Opening hours and ways of being told stand in the same
 * file, in tables of their own, and are read by whoever starts the terminal.
 *
 * @param name the name by which servers find it
 * @param folder where the archives are: {@code MCBkp}
 * @param port where it takes connections
 * @param findable whether it answers who looks for it in the network
 * @param expects what a server owes the terminal in each hour of opening time
 */
public record TerminalSettings(Language language, String name, Path folder, int port, boolean findable, ZoneId zone,
        Expects expects) {
    /** When nothing is said. */
    public static final int USUAL_PORT = LinkPort.DEFAULT;

    /** What keeps the alarm of silence quiet. */
    public enum Expects {
        /** A new backup that was taken. */
        BACKUP,
        /** That the server is there; for stores that send their backups only while they are closed. */
        CONTACT
    }

    /** Reads the terminal's own keys; what is wrong with them comes out of the tables. */
    public static TerminalSettings read(SettingsTables tables) {
        SettingsSection top = tables.top();
        Optional<String> tag = top.optionalText("language");
        Optional<Language> language = tag.flatMap(Language::ofTag);
        if (tag.isPresent() && language.isEmpty()) {
            top.problem("language", "settings.choice", tag.get(), "pt-BR, en, es");
        }
        SettingsSection own = tables.table("terminal");
        String name = own.text("name");
        if (!name.isEmpty() && !SafeName.isSafe(name)) {
            own.problem("name", "settings.name", name);
        }
        Path folder = own.path("folder");
        int port = (int) own.integer("port", USUAL_PORT, 1, 65_535);
        String expects = own.choice("expects", "backup", List.of("backup", "contact"));
        return new TerminalSettings(language.orElse(Language.PT_BR), name, folder, port,
                own.flag("findable", true), zone(own),
                expects.equals("contact") ? Expects.CONTACT : Expects.BACKUP);
    }

    private static ZoneId zone(SettingsSection own) {
        Optional<String> written = own.optionalText("time_zone");
        try {
            return written.map(ZoneId::of).orElse(Settings.DEFAULT_ZONE);
        } catch (DateTimeException unknown) {
            own.problem("time_zone", "settings.zone", written.orElse(""));
            return Settings.DEFAULT_ZONE;
        }
    }

    /**
     * Writes a first settings file; one that is there is changed and keeps its comments.
     *
     * @throws BackupFault {@code OUTPUT_UNWRITABLE}, {@code SETTINGS_INVALID}
     */
    public static void write(TerminalHome home, String name, Path folder, int port, Messages comments) {
        SettingsFile file = home.isSetUp() ? SettingsFile.load(home.settingsFile()) : SettingsFile.blank(comments);
        if (file.get("", "language").isEmpty()) {
            file.set("", "language", comments.language().tag(), comments);
        }
        file.set("terminal", "name", name, comments);
        file.set("terminal", "folder", folder.toString(), comments);
        file.set("terminal", "port", (long) port, comments);
        file.save(home.settingsFile());
    }
}
