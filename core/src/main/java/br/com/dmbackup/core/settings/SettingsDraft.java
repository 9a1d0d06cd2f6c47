package br.com.dmbackup.core.settings;

import br.com.dmbackup.core.backup.SafeName;
import br.com.dmbackup.core.backup.StoreIdentity;
import br.com.dmbackup.core.settings.Settings.DatabaseSettings;
import br.com.dmbackup.core.settings.Settings.DestinationSettings;
import br.com.dmbackup.protocol.Cnpj;
import br.com.dmbackup.protocol.Language;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The settings while they are being checked. Reading makes {@link #settings} with stand-ins for what is wrong or
 * missing; then the engine and the destinations read their sections; only then does {@link #problems} know everything,
 * keys that nobody asked for included, and only without problems may anything be built.
 */
public final class SettingsDraft {
    /** The word that means this machine's own slots, so that no destination may have it. */
    public static final String LOCAL = "local";

    private final List<SettingsProblem> syntax;
    private final List<SettingsProblem> found = new ArrayList<>();
    private final List<TableSection> sections = new ArrayList<>();
    private final Path home;
    private final TableSection top;
    private final Settings settings;

    private SettingsDraft(SettingsFile file, Path home, List<String> engines, List<String> destinationKinds) {
        this.syntax = file.syntaxProblems();
        this.home = home;
        this.top = section("", file.table());
        Language language = language(top);
        TableSection store = section("store", top.table("store"));
        Optional<StoreIdentity> identity = identity(store);
        ClientData client = ClientData.read(store);
        ZoneId zone = zone(store);
        DatabaseSettings database = database(top, engines);
        TableSection local = section(LOCAL, top.table(LOCAL));
        int slots = (int) local.integer("slots", 24, 1, 24);
        this.settings = new Settings(language, identity, client, zone, database, slots,
                destinations(top, destinationKinds));
    }

    /**
     * Reads the settings file.
     *
     * @param home what paths in it are relative to
     * @param engines the words that may stand at {@code engine = "…"}
     * @param destinationKinds the words that may stand at {@code kind = "…"}
     * @throws br.com.dmbackup.core.backup.BackupFault {@code SETTINGS_MISSING}, {@code SETTINGS_UNREADABLE},
     *         {@code SETTINGS_WRITABLE_BY_OTHERS}
     */
    public static SettingsDraft read(Path file, Path home, List<String> engines, List<String> destinationKinds) {
        return of(SettingsFile.load(file), home, engines, destinationKinds);
    }

    /** The same for a file that is at hand. */
    public static SettingsDraft of(SettingsFile file, Path home, List<String> engines, List<String> destinationKinds) {
        return new SettingsDraft(file, home, engines, destinationKinds);
    }

    /** What was read so far, stand-ins included. An unknown engine or kind is empty. */
    public Settings settings() {
        return settings;
    }

    /** The tables of one part, for it to read. */
    public List<SettingsSection> sections(SettingsPart<?> part) {
        return part.many()
                ? top.tables(part.name()).stream().<SettingsSection>map(table -> section(part.name(), table)).toList()
                : List.of(section(part.name(), top.table(part.name())));
    }

    /** Everything that is wrong, in the order of the file. */
    public List<SettingsProblem> problems() {
        List<SettingsProblem> all = new ArrayList<>(syntax);
        // A line that could not be read may have held what now seems to be missing.
        found.stream().filter(problem -> syntax.isEmpty() || !problem.messageKey().startsWith(TableSection.MISSING))
                .forEach(all::add);
        sections.forEach(section -> all.addAll(section.unread()));
        return all.stream().distinct().sorted().toList();
    }

    private TableSection section(String name, SettingsTable table) {
        TableSection section = new TableSection(name, table, home, found);
        sections.add(section);
        return section;
    }

    private static Language language(TableSection top) {
        Optional<String> tag = top.optionalText("language");
        Optional<Language> language = tag.flatMap(Language::ofTag);
        if (tag.isPresent() && language.isEmpty()) {
            top.problem("language", "settings.choice", tag.get(), "pt-BR, en, es");
        }
        return language.orElse(Language.PT_BR);
    }

    private static Optional<StoreIdentity> identity(TableSection store) {
        Optional<String> written = store.optionalText("cnpj");
        Optional<String> name = store.optionalText("name");
        Optional<Cnpj> cnpj = written.flatMap(Cnpj::parse);
        if (written.isPresent() && cnpj.isEmpty()) {
            store.problem("cnpj", "settings.cnpj", written.get());
        }
        if (store.has("cnpj") && !store.has("name")) {
            store.missing("name");
        }
        if (store.has("name") && !store.has("cnpj")) {
            store.missing("cnpj");
        }
        return cnpj.flatMap(number -> name.map(text -> new StoreIdentity(number.value(), text)));
    }

    private static ZoneId zone(TableSection store) {
        Optional<String> written = store.optionalText("time_zone");
        try {
            return written.map(ZoneId::of).orElse(Settings.DEFAULT_ZONE);
        } catch (DateTimeException unknown) {
            Suggestion.nearest(written.orElse(""), ZoneId.getAvailableZoneIds()).ifPresentOrElse(
                    meant -> store.problem("time_zone", "settings.zone_meant", written.orElse(""), meant),
                    () -> store.problem("time_zone", "settings.zone", written.orElse("")));
            return Settings.DEFAULT_ZONE;
        }
    }

    private DatabaseSettings database(TableSection top, List<String> engines) {
        TableSection section = new TableSection("database", top.table("database"), home, found);
        Optional<String> engine = section.requiredChoice("engine", engines);
        String name = section.optionalText("name").orElse("MCDados");
        checkName(section, name);
        Optional<Boolean> keepDump = section.optionalFlag("keep_dump");
        keepForUnread(section, engine);
        return new DatabaseSettings(engine.orElse(""), name, keepDump, section);
    }

    private List<DestinationSettings> destinations(TableSection top, List<String> kinds) {
        List<DestinationSettings> destinations = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (SettingsTable table : top.tables("destination")) {
            TableSection section = new TableSection("destination", table, home, found);
            String name = section.text("name");
            if (!name.isEmpty()) {
                checkName(section, name);
                checkUnique(section, name, names);
            }
            Optional<String> kind = section.requiredChoice("kind", kinds);
            Duration silence = Duration.ofSeconds(section.integer("silence_seconds", 60, 5, 3600));
            keepForUnread(section, kind);
            destinations.add(new DestinationSettings(name, kind.orElse(""), silence, section));
        }
        return List.copyOf(destinations);
    }

    /** The keys of a section whose engine or kind is unknown have nobody who could ask for them. */
    private void keepForUnread(TableSection section, Optional<String> kind) {
        if (kind.isPresent()) {
            sections.add(section);
        }
    }

    private static void checkName(TableSection section, String name) {
        if (!SafeName.isSafe(name)) {
            section.problem("name", "settings.name", name);
        }
    }

    private static void checkUnique(TableSection section, String name, Set<String> names) {
        String folded = name.toLowerCase(Locale.ROOT);
        if (folded.equals(LOCAL)) {
            section.problem("name", "settings.name_reserved", name);
        } else if (!names.add(folded)) {
            section.problem("name", "settings.name_twice", name);
        }
    }
}
