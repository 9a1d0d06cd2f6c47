package br.com.dmbackup.cli.init;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.settings.Settings;
import br.com.dmbackup.protocol.Cnpj;
import br.com.dmbackup.protocol.Messages;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** Asks a person for what has not been said yet; what the settings say already is offered. */
final class Interview {
    private static final String NONE = "-";

    private final Session session;
    private final Messages texts;
    private final Questions questions;
    private final Answers answers;
    private final Proposal known;

    Interview(Session session, Answers answers, Proposal known) {
        this.session = session;
        this.texts = session.texts();
        this.questions = new Questions(session);
        this.answers = answers;
        this.known = known;
    }

    /** Asks everything that is open. */
    void ask() {
        session.output().line(texts.text("init.welcome"));
        if (answers.database == null) {
            answers.database = database();
        }
        if (answers.terminal == null && !answers.localOnly) {
            terminal();
        } else if (answers.terminal != null && !answers.createTerminal) {
            offerToCreate(answers.terminal, known.home());
        }
        if (answers.cnpj == null) {
            store();
        }
        if (answers.timeZone == null) {
            answers.timeZone = questions.ask(texts.text("init.ask.zone"),
                    known.value("store", "time_zone").orElse(Settings.DEFAULT_ZONE.getId()), this::zone);
        }
        if (answers.slots == null) {
            answers.slots = Integer.valueOf(questions.ask(texts.text("init.ask.slots"),
                    Integer.toString(known.slots()), this::slots));
        }
    }

    private Path database() {
        String engine = answers.engine == null ? known.engine() : answers.engine;
        return session.path(Path.of(questions.ask(texts.text("init.ask.database"),
                known.database().map(Path::toString).orElse(""),
                typed -> path(typed).or(() -> new Inspection(session).objection(engine,
                        session.path(Path.of(typed)))))));
    }

    private void terminal() {
        String otherwise = known.terminal().map(Path::toString).orElse(known.isNew() ? "" : NONE);
        String typed = questions.ask(texts.text("init.ask.terminal"), otherwise, this::terminalObjection);
        if (typed.equals(NONE)) {
            answers.localOnly = true;
        } else {
            answers.terminal = session.path(Path.of(typed));
        }
    }

    private Optional<String> terminalObjection(String typed) {
        if (typed.equals(NONE)) {
            return Optional.empty();
        }
        Optional<String> wrong = path(typed);
        if (wrong.isPresent()) {
            return wrong;
        }
        Path folder = session.path(Path.of(typed));
        if (Optional.of(folder).equals(known.terminal()) || offerToCreate(folder, known.home())) {
            return Optional.empty();
        }
        // Who was just asked whether to make it needs no option named.
        return TerminalFolder.objection(folder, known.home(), false)
                .map(key -> texts.text(Files.exists(folder) ? key : "init.terminal.away", folder));
    }

    /** Whether the folder is missing, can be made, and the person wants it made. */
    private boolean offerToCreate(Path folder, Home home) {
        boolean possible = TerminalFolder.objection(folder, home, false).isPresent()
                && TerminalFolder.objection(folder, home, true).isEmpty();
        if (possible && questions.yes(texts.text("init.ask.create", folder), false)) {
            answers.createTerminal = true;
            return true;
        }
        return false;
    }

    private void store() {
        String cnpj = questions.ask(texts.text("init.ask.cnpj"), known.value("store", "cnpj").orElse(""),
                typed -> typed.isEmpty() || Cnpj.parse(typed).isPresent()
                        ? Optional.empty()
                        : Optional.of(session.words().text("settings.cnpj", typed)));
        if (cnpj.isEmpty()) {
            return;
        }
        answers.cnpj = cnpj;
        if (answers.storeName == null) {
            answers.storeName = questions.ask(texts.text("init.ask.store_name"),
                    known.value("store", "name").orElse(""), this::filled);
        }
    }

    private Optional<String> filled(String typed) {
        return typed.isEmpty() ? Optional.of(texts.text("init.answer_needed")) : Optional.empty();
    }

    private Optional<String> path(String typed) {
        try {
            Path given = Path.of(typed);
            return given.toString().isEmpty() ? filled("") : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.of(session.words().text("settings.path", e.getReason()));
        }
    }

    private Optional<String> zone(String typed) {
        try {
            ZoneId zone = ZoneId.of(typed);
            return zone.getId().isEmpty() ? filled("") : Optional.empty();
        } catch (DateTimeException unknown) {
            return Optional.of(session.words().text("settings.zone", typed));
        }
    }

    private Optional<String> slots(String typed) {
        boolean fits = typed.matches("\\d{1,2}") && Integer.parseInt(typed) >= 1 && Integer.parseInt(typed) <= 24;
        return fits ? Optional.empty() : Optional.of(session.words().text("settings.range", typed, 1, 24));
    }
}
