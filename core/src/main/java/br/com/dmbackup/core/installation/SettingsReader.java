package br.com.dmbackup.core.installation;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.destination.DestinationFactory;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.EngineFactory;
import br.com.dmbackup.core.settings.Settings;
import br.com.dmbackup.core.settings.Settings.DatabaseSettings;
import br.com.dmbackup.core.settings.Settings.DestinationSettings;
import br.com.dmbackup.core.settings.SettingsDraft;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.core.settings.SettingsPart;
import br.com.dmbackup.core.settings.SettingsParts;
import br.com.dmbackup.core.settings.SettingsProblem;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Messages;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the settings file with everybody who has a say in it: the engine and each destination check their own sections
 * before anything is built, so that all problems are told together.
 */
public final class SettingsReader {
    private final List<EngineFactory> engines;
    private final List<DestinationFactory> destinations;
    private final List<SettingsPart<?>> parts;
    private final Checkpoint checkpoint;

    /** @param parts what programs above the core have to say in the same file */
    public SettingsReader(List<EngineFactory> engines, List<DestinationFactory> destinations,
            List<SettingsPart<?>> parts, Checkpoint checkpoint) {
        this.parts = List.copyOf(parts);
        this.engines = List.copyOf(engines);
        this.destinations = List.copyOf(destinations);
        this.checkpoint = checkpoint;
    }

    /** How the reading ended. */
    public sealed interface Reading permits Sound, Unsound {}

    /**
     * Nothing is wrong.
     *
     * @param engine makes the engine, given a clock in the store's time zone
     * @param destinations make the destinations, given such a clock too, in the order of {@link Settings#destinations()}
     * @param parts what programs above the core made of their tables
     */
    public record Sound(Settings settings, Function<Clock, DatabaseEngine> engine,
            List<Function<Clock, Destination>> destinations, SettingsParts parts) implements Reading {}

    /** Something is wrong, and this is all of it, in the order of the file. */
    public record Unsound(Path file, List<SettingsProblem> problems) implements Reading {
        /** {@code SETTINGS_INVALID} with one line for each problem, in the language of the messages. */
        public BackupFault fault(Messages messages) {
            return BackupFault.of(FaultCode.SETTINGS_INVALID, file, problems.size())
                    .withDetails(problems.stream().map(problem -> problem.text(messages)).toList());
        }
    }

    /**
     * @param file the settings file
     * @param home what paths in it are relative to
     * @throws BackupFault {@code SETTINGS_MISSING}, {@code SETTINGS_UNREADABLE}, {@code SETTINGS_WRITABLE_BY_OTHERS}
     */
    public Reading read(Path file, Path home) {
        return read(SettingsFile.load(file), file, home);
    }

    /** The same for settings that are at hand and are to become that file. */
    public Reading read(SettingsFile settingsFile, Path file, Path home) {
        SettingsDraft draft = SettingsDraft.of(settingsFile, home, engines.stream().map(EngineFactory::kind).toList(),
                destinations.stream().map(DestinationFactory::kind).toList());
        Settings settings = draft.settings();
        Optional<Function<Clock, DatabaseEngine>> engine = configure(settings.database());
        List<Function<Clock, Destination>> made = new ArrayList<>();
        for (DestinationSettings destination : settings.destinations()) {
            configure(destination).ifPresent(made::add);
        }
        SettingsParts read = new SettingsParts();
        parts.forEach(part -> read.read(part, draft));
        List<SettingsProblem> problems = draft.problems();
        return problems.isEmpty() && engine.isPresent()
                ? new Sound(settings, engine.get(), List.copyOf(made), read)
                : new Unsound(file, problems);
    }

    private Optional<Function<Clock, DatabaseEngine>> configure(DatabaseSettings database) {
        return engines.stream().filter(factory -> factory.kind().equals(database.engine())).findFirst()
                .map(factory -> factory.configure(database.section(), database.name(), checkpoint));
    }

    private Optional<Function<Clock, Destination>> configure(DestinationSettings destination) {
        return destinations.stream().filter(factory -> factory.kind().equals(destination.kind())).findFirst()
                .map(factory -> factory.configure(destination.section(), destination.name(), checkpoint));
    }
}
