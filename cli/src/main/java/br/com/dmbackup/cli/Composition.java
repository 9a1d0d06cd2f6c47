package br.com.dmbackup.cli;

import br.com.dmbackup.agent.AgentSettings;
import br.com.dmbackup.agent.notify.Setup;
import br.com.dmbackup.agent.registry.RegistrySettings;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.catalog.Catalog;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.destination.DestinationFactory;
import br.com.dmbackup.core.destination.WatchedDestination;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.DumpInspector;
import br.com.dmbackup.core.engine.EngineFactory;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Installation.Machine;
import br.com.dmbackup.core.installation.SettingsReader;
import br.com.dmbackup.core.installation.SettingsReader.Reading;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.installation.SettingsReader.Unsound;
import br.com.dmbackup.core.settings.Settings.DatabaseSettings;
import br.com.dmbackup.core.settings.Settings.DestinationSettings;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.core.settings.SettingsPart;
import br.com.dmbackup.destination.folder.FolderDestination;
import br.com.dmbackup.destination.folder.FolderDestinationFactory;
import br.com.dmbackup.destination.folder.Marker;
import br.com.dmbackup.destination.terminal.TerminalDestinationFactory;
import br.com.dmbackup.engine.command.CommandEngineFactory;
import br.com.dmbackup.engine.file.FileEngineFactory;
import br.com.dmbackup.engine.postgresql.PostgresEngineFactory;
import br.com.dmbackup.engine.sqlite.SqliteEngineFactory;
import br.com.dmbackup.engine.sqlserver.SqlServerEngineFactory;
import br.com.dmbackup.engine.sqlserver.mtf.MtfInspector;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The composition root: which engines and destinations there are, and how a home folder becomes an
 * {@link Installation}. A new adapter is added to the lists here and nowhere else.
 */
public final class Composition {
    private final Session session;
    private final Checkpoint checkpoint;

    public Composition(Session session) {
        this.session = session;
        this.checkpoint = session.surroundings().checkpoint();
    }

    /** The engines of this program. */
    public List<EngineFactory> engines() {
        return List.of(new SqliteEngineFactory(), new PostgresEngineFactory(), new SqlServerEngineFactory(),
                new FileEngineFactory(), new CommandEngineFactory());
    }

    /** The kinds of destinations of this program. */
    public List<DestinationFactory> destinations() {
        return List.of(new FolderDestinationFactory(),
                new TerminalDestinationFactory(ProgramVersion.text()));
    }

    /** The parts of the settings file that belong to programs above the core. */
    public List<SettingsPart<?>> parts() {
        return Stream.concat(Stream.of(AgentSettings.PART, RegistrySettings.PART), Setup.PARTS.stream())
                .<SettingsPart<?>>map(part -> part)
                .toList();
    }

    /** The kinds of dumps that can be looked into without their server. */
    public List<DumpInspector> inspectors() {
        return List.of(new MtfInspector());
    }

    /**
     * Reads the home's settings.
     *
     * @throws br.com.dmbackup.core.backup.BackupFault {@code SETTINGS_INVALID} with every problem as a detail,
     *         {@code SETTINGS_MISSING}, {@code SETTINGS_UNREADABLE}, {@code SETTINGS_WRITABLE_BY_OTHERS}
     */
    public Sound settings() {
        return switch (reading()) {
            case Sound sound -> sound;
            case Unsound unsound -> throw unsound.fault(session.words());
        };
    }

    /** Reads the home's settings, sound or not. */
    public Reading reading() {
        Home home = new Home(session.home());
        return reader().read(home.settingsFile(), home.root());
    }

    /** Reads settings that are not yet the home's. */
    public Reading proposed(SettingsFile settings) {
        // Parsed again, for what was just added has no line and column yet.
        return proposed(settings.text());
    }

    /** The same for settings as text, mistakes of writing and all. */
    public Reading proposed(String settings) {
        Home home = new Home(session.home());
        return reader().read(SettingsFile.parse(settings), home.settingsFile(), home.root());
    }

    /** Any folder as a destination. */
    public Destination folder(Path folder) {
        return new FolderDestination(folder.toString(), folder, checkpoint);
    }

    /** Marks a folder that a person names as a destination, so that its disk is known again when it is plugged in. */
    public void mark(String destination, Path folder) {
        try (FolderDestination place = new FolderDestination(destination, folder, Marker.REQUIRED, checkpoint)) {
            place.mark();
        }
    }

    /**
     * The same settings with another login for the database, for this one command.
     *
     * @throws br.com.dmbackup.core.backup.BackupFault {@code USAGE} where the engine knows no users
     */
    public Sound as(Sound sound, String user, Secret password) {
        DatabaseSettings database = sound.settings().database();
        OtherLogin other = new OtherLogin(database.section(), user, password);
        Function<Clock, DatabaseEngine> engine = engines().stream()
                .filter(factory -> factory.kind().equals(database.engine())).findFirst().orElseThrow()
                .configure(other, database.name(), checkpoint);
        if (!other.taken()) {
            throw BackupFault.of(FaultCode.USAGE, session.texts().text("restore.as.nobody", database.engine()));
        }
        return new Sound(sound.settings(), engine, sound.destinations(), sound.parts());
    }

    private SettingsReader reader() {
        return new SettingsReader(engines(), destinations(), parts(), checkpoint);
    }

    /** Opens the home with these settings, making the folders that it lacks. */
    public Installation open(Sound sound) {
        Home home = new Home(session.home());
        home.prepare();
        Clock clock = session.surroundings().clock();
        Clock here = clock.withZone(sound.settings().zone());
        List<Destination> remotes = new ArrayList<>();
        for (int i = 0; i < sound.destinations().size(); i++) {
            DestinationSettings told = sound.settings().destinations().get(i);
            remotes.add(WatchedDestination.around(sound.destinations().get(i).apply(here), told.silence()));
        }
        return new Installation(home, sound.settings(), sound.engine().apply(here),
                new FolderDestination(Placement.LOCAL, home.backupFolder(), checkpoint), remotes,
                folder -> new FolderDestination(folder.toString(), folder, checkpoint),
                Catalog.open(home.catalogFile(), clock),
                new Machine(clock, session.surroundings().monotonic(), checkpoint, ProgramVersion.text()));
    }
}
