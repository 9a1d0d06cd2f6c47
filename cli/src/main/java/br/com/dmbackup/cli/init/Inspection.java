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

/** Finds everything that is wrong with answers before anything is written. */
final class Inspection {
    private static final Map<String, String> OPTIONS = Map.of("store.cnpj", "--cnpj", "store.name", "--store-name",
            "store.time_zone", "--time-zone", "database.engine", "--engine", "database.name", "--name",
            "database.path", "--database", "database.password", "--password-file", "local.slots", "--slots");

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
                boolean saidElsewhere = proposal.database().isEmpty()
                        && problem.key().startsWith(DatabaseAddress.SECTION + ".")
                        && problem.messageKey().equals("settings.missing");
                if (!saidElsewhere) {
                    add(line(problem));
                }
            }
        }
    }

    /**
     * A database that can be reached.
     *
     * @param keepsDumps whether dumps stay, unless the settings say otherwise
     */
    record Found(long sizeBytes, boolean keepsDumps) {}

    /** Whether the database can be reached. */
    Optional<Found> database(Proposal proposal) {
        if (proposal.database().isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<DatabaseEngine> engine = engine(proposal.file());
            if (engine.isEmpty()) {
                return Optional.empty();
            }
            try (DatabaseEngine opened = engine.get()) {
                if (opened.checkService() instanceof ServiceStatus.NotReady notReady) {
                    throw notReady.fault();
                }
                return Optional.of(new Found(opened.facts().sizeBytes(), opened.keepsDumps()));
            }
        } catch (BackupFault fault) {
            add("--database: " + told(fault));
            return Optional.empty();
        }
    }

    /** What is wrong with the database of a proposal, in words. */
    Optional<String> objection(Proposal proposal) {
        try {
            Optional<DatabaseEngine> engine = engine(proposal.file());
            if (engine.isEmpty()) {
                Inspection whole = new Inspection(session);
                whole.settings(proposal);
                return Optional.of(String.join(System.lineSeparator(), whole.problems));
            }
            try (DatabaseEngine opened = engine.get()) {
                return opened.checkService() instanceof ServiceStatus.NotReady notReady
                        ? Optional.of(told(notReady.fault()))
                        : Optional.empty();
            }
        } catch (BackupFault fault) {
            return Optional.of(told(fault));
        }
    }

    /** With the code of whoever refused, and what to do where more is known than that the address may be wrong. */
    private String told(BackupFault fault) {
        return fault.text(session.words()) + fault.foreignCode().map(code -> " (" + code + ")").orElse("")
                + fault.remedy().map(remedy -> " " + remedy.in(session.words())).orElse("");
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
    private Optional<DatabaseEngine> engine(SettingsFile whole) {
        SettingsFile alone = SettingsFile.blank(session.words());
        for (String key : whole.keys(DatabaseAddress.SECTION)) {
            List<String> texts = whole.texts(DatabaseAddress.SECTION, key);
            Optional<Object> value = texts.isEmpty() ? whole.get(DatabaseAddress.SECTION, key) : Optional.of(texts);
            value.ifPresent(said -> alone.set(DatabaseAddress.SECTION, key, said, session.words()));
        }
        return composition.proposed(alone) instanceof Sound sound
                ? Optional.of(sound.engine().apply(session.surroundings().clock()))
                : Optional.empty();
    }

    private String line(SettingsProblem problem) {
        String option = ClientAnswers.option(problem.key()).orElse(OPTIONS.getOrDefault(problem.key(), ""));
        return option.isEmpty()
                ? problem.text(session.words())
                : option + ": " + session.words().text(problem.messageKey(), problem.arguments().toArray());
    }
}
