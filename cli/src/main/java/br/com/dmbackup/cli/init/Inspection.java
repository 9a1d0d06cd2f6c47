package br.com.dmbackup.cli.init;

import br.com.dmbackup.cli.Composition;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.DatabaseTrial;
import br.com.dmbackup.core.installation.DatabaseTrial.Found;
import br.com.dmbackup.core.installation.PlainFolder;
import br.com.dmbackup.core.installation.SettingsReader.Unsound;
import br.com.dmbackup.core.settings.SettingsProblem;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
     * Whether the database can be reached.
     *
     * @param mayCome whether it may be missing: no backup is asked for, so that it may come out of one
     */
    Optional<Found> database(Proposal proposal, boolean mayCome) {
        if (proposal.database().isEmpty()) {
            return Optional.empty();
        }
        try {
            return trial().find(proposal.file(), session.words());
        } catch (BackupFault fault) {
            if (mayCome && fault.code() == FaultCode.DATABASE_MISSING) {
                session.output().line(session.texts().text("init.database_to_come",
                        proposal.database().orElseThrow()));
                return Optional.empty();
            }
            add("--database: " + told(fault));
            return Optional.empty();
        }
    }

    /** What is wrong with the database of a proposal, in words. */
    Optional<String> objection(Proposal proposal) {
        try {
            if (trial().find(proposal.file(), session.words()).isPresent()) {
                return Optional.empty();
            }
            Inspection whole = new Inspection(session);
            whole.settings(proposal);
            return Optional.of(String.join(System.lineSeparator(), whole.problems));
        } catch (BackupFault fault) {
            return Optional.of(told(fault));
        }
    }

    private DatabaseTrial trial() {
        return new DatabaseTrial(composition::proposed, session.surroundings().clock());
    }

    /** With the code of whoever refused, and what to do where more is known than that the address may be wrong. */
    private String told(BackupFault fault) {
        return fault.text(session.words()) + fault.foreignCode().map(code -> " (" + code + ")").orElse("")
                + fault.remedy().map(remedy -> " " + remedy.in(session.words())).orElse("");
    }

    void terminal(Path folder, Proposal proposal, boolean create) {
        PlainFolder.objection(folder, proposal.home(), create)
                .ifPresent(why -> add("--terminal: " + session.texts().text(textOf(why), folder)));
    }

    /** Key of the text that takes the folder. */
    static String textOf(PlainFolder.Objection why) {
        return "init.terminal." + why.name().toLowerCase(Locale.ROOT);
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

    private String line(SettingsProblem problem) {
        String option = ClientAnswers.option(problem.key()).orElse(OPTIONS.getOrDefault(problem.key(), ""));
        return option.isEmpty()
                ? problem.text(session.words())
                : option + ": " + session.words().text(problem.messageKey(), problem.arguments().toArray());
    }
}
