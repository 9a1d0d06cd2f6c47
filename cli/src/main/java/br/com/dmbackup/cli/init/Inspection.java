package br.com.dmbackup.cli.init;

import br.com.dmbackup.cli.Composition;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.ServiceStatus;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.installation.SettingsReader.Unsound;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.core.settings.SettingsProblem;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds everything that is wrong with answers before anything is written. */
final class Inspection {
    private static final Map<String, String> OPTIONS = Map.of("store.cnpj", "--cnpj", "store.name", "--store-name",
            "store.time_zone", "--time-zone", "database.engine", "--engine", "database.name", "--name",
            "database.path", "--database", "local.slots", "--slots");

    private final Session session;
    private final Composition composition;
    private final List<String> problems = new ArrayList<>();

    Inspection(Session session) {
        this.session = session;
        this.composition = new Composition(session);
    }

    void add(String problem) {
        problems.add(problem);
    }

    /** The settings as a whole. */
    void settings(Proposal proposal) {
        if (composition.proposed(proposal.file()) instanceof Unsound unsound) {
            for (SettingsProblem problem : unsound.problems()) {
                // Said in words of its own, as what is missing.
                if (!problem.key().equals("database.path")) {
                    add(line(problem));
                }
            }
        }
    }

    /** Whether the database can be reached; its size. */
    OptionalLong database(Proposal proposal) {
        if (proposal.database().isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            Optional<DatabaseEngine> engine = engine(proposal.engine(), proposal.database().get());
            if (engine.isEmpty()) {
                return OptionalLong.empty();
            }
            try (DatabaseEngine opened = engine.get()) {
                if (opened.checkService() instanceof ServiceStatus.NotReady notReady) {
                    throw notReady.fault();
                }
                return OptionalLong.of(opened.facts().sizeBytes());
            }
        } catch (BackupFault fault) {
            add("--database: " + fault.text(session.words()));
            return OptionalLong.empty();
        }
    }

    /** What is wrong with one database alone, in words. */
    Optional<String> objection(String engine, Path database) {
        try {
            if (engine(engine, database).orElseThrow().checkService() instanceof ServiceStatus.NotReady notReady) {
                return Optional.of(notReady.fault().text(session.words()));
            }
            return Optional.empty();
        } catch (BackupFault fault) {
            return Optional.of(fault.text(session.words()));
        }
    }

    void terminal(Path folder, Proposal proposal, boolean create) {
        TerminalFolder.objection(folder, proposal.home(), create)
                .ifPresent(key -> add("--terminal: " + session.texts().text(key, folder)));
    }

    boolean none() {
        return problems.isEmpty();
    }

    /** Throws {@code SETUP_REFUSED} with all that was found. */
    void requireNone() {
        if (!problems.isEmpty()) {
            throw BackupFault.of(FaultCode.SETUP_REFUSED, session.home(), problems.size()).withDetails(problems);
        }
    }

    /** The engine alone, so that other mistakes do not hide what is wrong with the database. */
    private Optional<DatabaseEngine> engine(String kind, Path database) {
        SettingsFile alone = SettingsFile.blank(session.words());
        alone.set("database", "engine", kind, session.words());
        alone.set("database", "path", database.toString(), session.words());
        return composition.proposed(alone) instanceof Sound sound
                ? Optional.of(sound.engine().apply(session.surroundings().clock()))
                : Optional.empty();
    }

    private String line(SettingsProblem problem) {
        String option = OPTIONS.getOrDefault(problem.key(), "");
        return option.isEmpty()
                ? problem.text(session.words())
                : option + ": " + session.words().text(problem.messageKey(), problem.arguments().toArray());
    }
}
