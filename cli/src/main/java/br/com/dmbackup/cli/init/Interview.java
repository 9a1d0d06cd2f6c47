package br.com.dmbackup.cli.init;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.installation.PlainFolder;
import br.com.dmbackup.core.settings.ClientField;
import br.com.dmbackup.core.settings.Settings;
import br.com.dmbackup.protocol.Cnpj;
import br.com.dmbackup.protocol.FaultCode;
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
    private final TypedPassword password;

    Interview(Session session, Answers answers, Proposal known, TypedPassword password) {
        this.session = session;
        this.texts = session.texts();
        this.questions = new Questions(session);
        this.answers = answers;
        this.known = known;
        this.password = password;
    }

    /** Asks everything that is open. */
    void ask() {
        session.output().line(texts.text("init.welcome"));
        if (answers.database == null && answers.command.isEmpty()) {
            database();
        }
        if (answers.terminal == null && !answers.localOnly) {
            terminal();
        } else if (answers.terminal != null && !answers.createTerminal) {
            offerToCreate(answers.terminal, known.home());
        }
        if (answers.cnpj == null) {
            store();
        }
        if (answers.client.said().isEmpty() && (answers.cnpj != null || known.value("store", "cnpj").isPresent())) {
            client();
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

    private void database() {
        questions.ask(texts.text("init.ask.database"), known.database().orElse(""),
                typed -> DatabaseAddress.objection(typed, session).or(() -> unreachable(typed)));
    }

    /** Notes the answer, asks for the password too where one belongs to it, and tries to reach the database. */
    private Optional<String> unreachable(String typed) {
        boolean asBefore = known.database().equals(Optional.of(typed));
        answers.database = asBefore ? null : DatabaseAddress.absolute(typed, session::path);
        boolean asks = DatabaseAddress.takesPassword(typed)
                && (answers.passwordFile == null || password.file().isPresent());
        if (asks) {
            char[] secret = session.askSecret(texts.text(asBefore ? "init.ask.password_again" : "init.ask.password")
                    + ":").orElseThrow(() -> BackupFault.of(FaultCode.CANCELLED, "init"));
            answers.passwordFile = secret.length == 0 ? null : password.set(secret);
        }
        return new Inspection(session).objection(
                Proposal.of(known.home(), session.words()).with(answers, session.words().language(), session.words()));
    }

    private void terminal() {
        if (known.paired()) {
            return;
        }
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
        return PlainFolder.objection(folder, known.home(), false)
                .map(why -> texts.text(Files.exists(folder) ? Inspection.textOf(why) : "init.terminal.away", folder));
    }

    /** Whether the folder is missing, can be made, and the person wants it made. */
    private boolean offerToCreate(Path folder, Home home) {
        boolean possible = PlainFolder.objection(folder, home, false).isPresent()
                && PlainFolder.objection(folder, home, true).isEmpty();
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

    /** The client data are wanted by people, not by backups: one answer skips them all. */
    private void client() {
        if (!questions.yes(texts.text("init.ask.client"), false)) {
            return;
        }
        session.output().line(texts.text("init.client.skip"));
        for (ClientField field : ClientField.values()) {
            String before = known.value("store", field.key()).orElse("");
            String typed = questions.ask(texts.text("init.ask.client." + field.key()), before,
                    answer -> answer.isEmpty()
                            ? Optional.empty()
                            : field.objection(answer).map(wrong -> session.words().text(wrong)));
            if (!typed.isEmpty()) {
                answers.client.say(field, typed);
            }
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
