package br.com.dmbackup.cli.init;

import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.settings.ClientField;
import br.com.dmbackup.core.settings.SecretSealer;
import br.com.dmbackup.core.settings.Settings;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.engine.sqlite.SqliteEngine;
import br.com.dmbackup.protocol.Cnpj;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings file as it would become. Settings that are there already stay, to the letter, unless something else was
 * said about them.
 *
 * @param before the text of the file as it is; empty when there is none
 */
record Proposal(Home home, SettingsFile file, String before, Optional<Path> terminalBefore) {
    /** The name of the destination that {@code --terminal} means. */
    static final String TERMINAL = "terminal";
    static final String DATABASE_NAME = "MCDados";

    private static final String STORE = "store";
    private static final String DATABASE = "database";
    private static final String PATH = "path";
    private static final String FILE = "file:";

    /**
     * What is in the home now.
     *
     * @param comments in the language of the store
     */
    static Proposal of(Home home, Messages comments) {
        boolean exists = Files.exists(home.settingsFile());
        SettingsFile file = exists ? SettingsFile.load(home.settingsFile()) : SettingsFile.blank(comments);
        return new Proposal(home, file, exists ? file.text() : "",
                file.getDestination(TERMINAL, PATH).map(path -> home.root().resolve(path.toString())));
    }

    boolean isNew() {
        return before.isEmpty();
    }

    boolean changes() {
        return !file.text().equals(before);
    }

    Optional<String> value(String section, String key) {
        return file.get(section, key).map(Object::toString);
    }

    /** The database as a person names it. */
    Optional<String> database() {
        return DatabaseAddress.shown(file);
    }

    String databaseName() {
        return value(DATABASE, "name").orElse(DATABASE_NAME);
    }

    String engine() {
        return value(DATABASE, "engine").orElse(SqliteEngine.KIND);
    }

    int slots() {
        return file.get("local", "slots").filter(Long.class::isInstance).map(number -> ((Long) number).intValue())
                .orElse(24);
    }

    Optional<Path> terminal() {
        return file.getDestination(TERMINAL, PATH).map(path -> home.root().resolve(path.toString()));
    }

    /** Whether the destination of that name is a program that this server was paired with, and no folder. */
    boolean paired() {
        return file.getDestination(TERMINAL, "kind").filter(kind -> !kind.equals("folder")).isPresent();
    }

    /** The terminal, when the settings did not name it before. */
    Optional<Path> newTerminal() {
        return terminal().filter(folder -> !Optional.of(folder).equals(terminalBefore));
    }

    /** Puts the answers in, and what is usual where nothing was said. */
    Proposal with(Answers answers, Language language, Messages comments) {
        Language told = answers.language == null ? language : answers.language;
        if (answers.language != null || value("", "language").isEmpty()) {
            file.set("", "language", told.tag(), comments);
        }
        putCnpj(answers.cnpj, comments);
        put(STORE, "name", answers.storeName, comments);
        answers.client.said().forEach((field, said) -> putClient(field, said, comments));
        put(STORE, "time_zone", answers.timeZone, comments);
        usual(STORE, "time_zone", Settings.DEFAULT_ZONE.getId(), comments);
        answers.address(engine()).ifPresentOrElse(address -> address.putInto(file, comments),
                () -> put(DATABASE, "engine", answers.engine, comments));
        usual(DATABASE, "engine", SqliteEngine.KIND, comments);
        put(DATABASE, "name", answers.name, comments);
        usual(DATABASE, "name", DATABASE_NAME, comments);
        put(DATABASE, DatabaseAddress.PASSWORD, answers.passwordFile == null ? null : FILE + answers.passwordFile,
                comments);
        put(DATABASE, "keep_dump", answers.keepDump, comments);
        put("local", "slots", answers.slots == null ? null : answers.slots.longValue(), comments);
        usual("local", "slots", 24L, comments);
        putTerminal(answers, comments);
        return this;
    }

    /** Seals the password that was just given, so that its file is needed no more; true when there was one. */
    boolean sealPassword(Answers answers, Messages comments) {
        if (answers.passwordFile == null) {
            return false;
        }
        Optional<String> sealedBefore = SettingsFile.parse(before).get(DATABASE, DatabaseAddress.PASSWORD)
                .map(Object::toString);
        SecretSealer.inHome(home.root()).sealFile(answers.passwordFile, sealedBefore)
                .ifPresent(sealed -> file.set(DATABASE, DatabaseAddress.PASSWORD, sealed, comments));
        return true;
    }

    private void putTerminal(Answers answers, Messages comments) {
        if (paired()) {
            // Whoever wants it gone says so at the terminal; answers of an installation know nothing of it.
            return;
        }
        if (answers.terminal != null && !Optional.of(answers.terminal).equals(terminal())) {
            file.setDestination(TERMINAL, "kind", "folder", comments);
            file.setDestination(TERMINAL, PATH, answers.terminal.toString(), comments);
        }
        if (answers.localOnly && answers.terminal == null) {
            file.removeDestination(TERMINAL);
        }
    }

    private void putCnpj(@Nullable String cnpj, Messages comments) {
        Optional<Cnpj> said = Optional.ofNullable(cnpj).flatMap(Cnpj::parse);
        if (said.isEmpty() || !said.equals(value(STORE, "cnpj").flatMap(Cnpj::parse))) {
            put(STORE, "cnpj", said.map(Cnpj::formatted).orElse(cnpj), comments);
        }
    }

    private void putClient(ClientField field, String said, Messages comments) {
        boolean asBefore = value(STORE, field.key()).map(field::usual).equals(Optional.of(field.usual(said)));
        if (!asBefore) {
            put(STORE, field.key(), field.objection(said).isEmpty() ? field.usual(said) : said, comments);
        }
    }

    private void put(String section, String key, @Nullable Object value, Messages comments) {
        if (value != null) {
            file.set(section, key, value, comments);
        }
    }

    private void usual(String section, String key, Object value, Messages comments) {
        if (file.get(section, key).isEmpty()) {
            file.set(section, key, value, comments);
        }
    }
}
