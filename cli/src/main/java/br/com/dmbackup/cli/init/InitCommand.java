package br.com.dmbackup.cli.init;

import br.com.dmbackup.cli.Composition;
import br.com.dmbackup.cli.OpenHome;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.cli.backup.RunReport;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.installation.DatabaseTrial.Found;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.installation.HomeLock;
import br.com.dmbackup.core.installation.NewHome;
import br.com.dmbackup.core.installation.PlainFolder;
import br.com.dmbackup.core.installation.Room;
import br.com.dmbackup.core.run.BackupRun;
import br.com.dmbackup.core.settings.AnswersFile;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.NoticeCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code init}: makes a home ready and ends with its first backup. May be run again at any time. */
@Command(name = "init")
public final class InitCommand implements Verb {
    @Mixin
    private final Answers answers = new Answers();

    @Option(names = "--answers", paramLabel = "${bundle:label.toml}")
    @Nullable
    Path file;

    @Option(names = "--yes")
    boolean yes;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public ExitCode run(Session asked) {
        try (TypedPassword password = new TypedPassword()) {
            return run(asked, password);
        }
    }

    private ExitCode run(Session asked, TypedPassword password) {
        Optional<AnswersFile> prepared = prepared(asked);
        boolean asks = asked.surroundings().screen().live() && !yes && !Boolean.TRUE.equals(option("--json"));
        Session session = asked.at(home(asked, asks));
        if (option("--lang") != null && answers.language == null) {
            answers.language = session.words().language();
        }
        absolute(session);
        requireDatabaseWord(session);
        Proposal proposal = Proposal.of(new Home(session.home()), session.words());
        requireSound(session, proposal);
        if (asks) {
            session = session.in(language(session, proposal));
            new Interview(session, answers, proposal, password).ask();
        } else if (answers.language != null) {
            session = session.in(answers.language);
        }
        // Made anew: the comments are in the language that was chosen.
        proposal = Proposal.of(new Home(session.home()), session.words()).with(answers, session.words().language(),
                session.words());
        Room room = inspect(session, proposal, prepared);
        proposal = new SlotChoice(session, answers, asks, yes).fitting(proposal, room);
        if (asks) {
            confirm(session, proposal);
        }
        return set(session, proposal);
    }

    private Optional<AnswersFile> prepared(Session session) {
        if (file == null) {
            return Optional.empty();
        }
        Path given = session.path(file);
        if (!Files.isRegularFile(given)) {
            throw BackupFault.of(FaultCode.FILE_UNREADABLE, given, session.texts().text("file.missing"));
        }
        AnswersFile prepared = AnswersFile.read(given, session.surroundings().workingFolder());
        answers.add(prepared);
        return Optional.of(prepared);
    }

    private Path home(Session session, boolean asks) {
        if (option("--home") != null) {
            return session.home();
        }
        if (answers.home != null) {
            return session.path(answers.home);
        }
        boolean known = Files.exists(new Home(session.home()).settingsFile())
                || session.surroundings().environment().containsKey("DMBACKUP_HOME");
        return asks && !known
                ? session.path(Path.of(new Questions(session).ask(session.texts().text("init.ask.home"),
                        session.home().toString(), typed -> Optional.empty())))
                : session.home();
    }

    private void absolute(Session session) {
        answers.passwordFile = answers.passwordFile == null ? null : session.path(answers.passwordFile);
        answers.terminal = answers.terminal == null ? null : session.path(answers.terminal);
    }

    /** A word that names no database cannot become settings, so it is told before all else. */
    private void requireDatabaseWord(Session session) {
        if (answers.database != null) {
            String word = answers.database;
            DatabaseAddress.objection(word, session).ifPresent(wrong -> {
                throw BackupFault.of(FaultCode.SETUP_REFUSED, session.home(), 1)
                        .withDetails(List.of("--database: " + wrong));
            });
            answers.database = DatabaseAddress.absolute(word, session::path);
        }
    }

    /** Settings that are there and wrong are told as such: mending them is the person's matter. */
    private static void requireSound(Session session, Proposal proposal) {
        if (!proposal.isNew()) {
            var sound = new Composition(session).settings();
            assert sound.settings() != null;
        }
    }

    private Language language(Session session, Proposal proposal) {
        if (answers.language == null) {
            String otherwise = proposal.value("", "language").orElse(session.words().language().tag());
            String tag = new Questions(session).ask(session.texts().text("init.ask.language"), otherwise,
                    typed -> Language.ofTag(typed).isPresent()
                            ? Optional.empty()
                            : Optional.of(session.words().text("settings.choice", typed, "pt-BR, en, es")));
            answers.language = Language.ofTag(tag).orElseThrow();
        }
        return Objects.requireNonNull(answers.language);
    }

    /** Everything that is wrong or missing, told together; else how much room there is. */
    private Room inspect(Session session, Proposal proposal, Optional<AnswersFile> prepared) {
        Inspection inspection = new Inspection(session);
        List<String> missing = missing(session, proposal);
        prepared.ifPresent(from -> from.problems().forEach(problem -> inspection.add(session.texts()
                .text("init.in_file", String.valueOf(file), problem.text(session.words())))));
        if (answers.terminal != null && answers.localOnly) {
            inspection.add(session.texts().text("init.terminal.both"));
        }
        if (answers.terminal != null && proposal.paired()) {
            inspection.add("--terminal: " + session.texts().text("init.terminal.paired", answers.terminal));
        }
        inspection.settings(proposal);
        Optional<Found> database = inspection.database(proposal, answers.noBackup);
        proposal.newTerminal().ifPresent(folder -> inspection.terminal(folder, proposal, answers.createTerminal));
        if (!missing.isEmpty() && inspection.none()) {
            throw BackupFault.of(FaultCode.USAGE,
                    session.texts().text("usage.missing", String.join(", ", missing)));
        }
        missing.forEach(option -> inspection.add(session.texts().text("usage.missing", option)));
        inspection.requireNone();
        boolean keeps = proposal.value("database", "keep_dump").map(Boolean::valueOf)
                .orElse(database.map(Found::keepsDumps).orElse(false));
        return Room.of(proposal.home(), database.map(found -> found.facts().sizeBytes()).orElse(0L), keeps);
    }

    private List<String> missing(Session session, Proposal proposal) {
        List<String> missing = new ArrayList<>();
        if (proposal.database().isEmpty()) {
            missing.add("--database");
        }
        if (proposal.isNew() && answers.terminal == null && !answers.localOnly) {
            missing.add(session.texts().text("init.terminal_or_local"));
        }
        return missing;
    }

    private void confirm(Session session, Proposal proposal) {
        session.output().line(session.texts().text("init.summary", session.home(),
                proposal.database().orElse(""),
                proposal.terminal().map(Path::toString).orElse(session.texts().text("init.none")),
                proposal.slots()));
        if (!new Questions(session).yes(session.texts().text("init.ask.right"), true)) {
            throw BackupFault.of(FaultCode.CANCELLED, "init");
        }
    }

    private ExitCode set(Session session, Proposal proposal) {
        Home home = proposal.home();
        NewHome.prepare(home.root());
        home.prepare();
        HomeLock lock = HomeLock.acquire(home, "init", session.surroundings().clock());
        try (OpenHome open = open(session, proposal, lock)) {
            if (answers.noBackup) {
                session.output().line(session.texts().text("init.no_backup"));
                session.output().result(result(session, proposal));
                return ExitCode.OK;
            }
            session.output().line(session.texts().text("init.first_backup"));
            return new RunReport(session, open.here()).tell(new BackupRun(open.here(), session.output()).run());
        }
    }

    private OpenHome open(Session session, Proposal proposal, HomeLock lock) {
        try {
            write(session, proposal);
            Composition composition = new Composition(session);
            return new OpenHome(composition.open(composition.settings()), Optional.of(lock));
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private void write(Session session, Proposal proposal) {
        proposal.newTerminal().ifPresent(folder -> {
            if (!Files.exists(folder)) {
                PlainFolder.create(folder);
            }
            new Composition(session).mark(Proposal.TERMINAL, folder);
        });
        Path settings = proposal.home().settingsFile();
        boolean sealed = proposal.sealPassword(answers, session.words());
        if (proposal.changes()) {
            proposal.file().save(settings);
            if (proposal.isNew()) {
                NewHome.ofNewSettings(settings);
            }
        }
        session.output().line(session.texts().text(proposal.changes() ? "init.saved" : "init.unchanged", settings));
        if (sealed) {
            session.output().line(session.texts().text("init.sealed"));
        }
        proposal.newTerminal().ifPresent(folder -> session.output()
                .notice(Notice.of(NoticeCode.PLAIN_FOLDER, folder.toString())));
        if (answers.noBackup && proposal.terminal().isEmpty()) {
            session.output().notice(Notice.of(NoticeCode.LOCAL_ONLY));
        }
    }

    private static Map<String, Object> result(Session session, Proposal proposal) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("home", session.home());
        result.put("settings", proposal.home().settingsFile());
        result.put("changed", proposal.changes());
        return result;
    }

    private @Nullable Object option(String name) {
        return Objects.requireNonNull(spec).findOption(name).getValue();
    }
}
