package br.com.dmbackup.cli.init;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.engine.sqlite.SqliteEngine;
import br.com.dmbackup.protocol.Messages;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A database as a person names it (a file, {@code postgresql://…} or {@code sqlserver://…}, a command), and what that says in the settings.
 *
 * @param engine the engine's word
 * @param keys keys of the {@code [database]} section
 */
record DatabaseAddress(String engine, Map<String, Object> keys) {
    static final String SECTION = "database";
    static final String PASSWORD = "password";
    static final String PATH = "path";
    static final String COMMAND = "command";
    private static final Set<String> OF_EVERY_ENGINE = Set.of("engine", "name", "keep_dump");
    /** An address without them means the usual ones; the settings must not keep those of an earlier address. */
    private static final Set<String> OPTIONAL = Stream
            .concat(Stream.of("port", "sslmode", "sslrootcert"), SqlServerName.OPTIONAL.stream())
            .collect(Collectors.toUnmodifiableSet());

    /** Of no use to an address that names nobody. */
    private static final Set<String> LOGIN = Set.of("user", PASSWORD);

    /**
     * @param word a file, a file with a glob at its end, or an address; absolute when a path
     * @param engine the engine that was named; none to take the one that fits the word
     */
    static DatabaseAddress of(String word, Optional<String> engine) {
        if (SqlServerName.looksLike(word)) {
            return new DatabaseAddress(SqlServerName.ENGINE, SqlServerName.keys(word));
        }
        return PostgresAddress.looksLike(word)
                ? new DatabaseAddress(PostgresAddress.ENGINE, PostgresAddress.keys(word))
                : new DatabaseAddress(engine.orElse(SqliteEngine.KIND), Map.of(PATH, word));
    }

    /** Whether a word is the address of a server's database. */
    private static boolean isOfServer(String word) {
        return PostgresAddress.looksLike(word) || SqlServerName.looksLike(word);
    }

    /** Whether an engine's databases are named by the address of a server. */
    static boolean isServer(String engine) {
        return engine.equals(PostgresAddress.ENGINE) || engine.equals(SqlServerName.ENGINE);
    }

    /** Whether a password belongs to a word. */
    static boolean takesPassword(String word) {
        return PostgresAddress.looksLike(word) || SqlServerName.takesPassword(word);
    }

    /** A path on the command line made absolute, its last element left as it is, for it may hold a glob. */
    static String absolute(String word, UnaryOperator<Path> absolute) {
        if (isOfServer(word)) {
            return word;
        }
        int cut = Math.max(word.lastIndexOf('/'), word.lastIndexOf(File.separatorChar)) + 1;
        Path folder = absolute.apply(Path.of(word.substring(0, cut)));
        return folder + (folder.toString().endsWith(File.separator) ? "" : File.separator) + word.substring(cut);
    }

    /** Why a word names no database, in words; empty when it does. */
    static Optional<String> objection(String word, Session session) {
        if (word.isBlank()) {
            return Optional.of(session.texts().text("init.answer_needed"));
        }
        if (PostgresAddress.looksLike(word)) {
            return PostgresAddress.objection(word).map(session.texts()::text);
        }
        if (SqlServerName.looksLike(word)) {
            return SqlServerName.objection(word).map(session.texts()::text);
        }
        try {
            absolute(word, session::path);
            return Optional.empty();
        } catch (InvalidPathException invalid) {
            return Optional.of(session.words().text("settings.path", invalid.getReason()));
        }
    }

    static DatabaseAddress ofCommand(List<String> command) {
        return new DatabaseAddress(COMMAND, Map.of(COMMAND, List.copyOf(command)));
    }

    /** As it is shown; empty when the settings name no database. */
    static Optional<String> shown(SettingsFile file) {
        Optional<String> path = text(file, PATH);
        if (path.isPresent()) {
            return path;
        }
        List<String> command = file.texts(SECTION, COMMAND);
        if (!command.isEmpty()) {
            return Optional.of(String.join(" ", command));
        }
        if (text(file, "engine").filter(SqlServerName.ENGINE::equals).isPresent()) {
            return Optional.of(SqlServerName.shown(file, SECTION));
        }
        return text(file, "user").map(user -> "postgresql://" + user + "@" + text(file, "host").orElse("127.0.0.1")
                + text(file, "port").map(port -> ":" + port).orElse("") + "/"
                + text(file, SECTION).or(() -> text(file, "name")).orElse(""));
    }

    /** Puts it into the settings; what belonged to a database of another kind goes. */
    void putInto(SettingsFile file, Messages comments) {
        boolean other = !text(file, "engine").orElse(engine).equals(engine);
        for (String key : new ArrayList<>(file.keys(SECTION))) {
            boolean ofAnother = other && !OF_EVERY_ENGINE.contains(key);
            boolean unsaid = OPTIONAL.contains(key) && !keys.containsKey(key);
            boolean nobodys = LOGIN.contains(key) && isServer(engine) && !keys.containsKey("user");
            if (ofAnother || unsaid || nobodys) {
                file.remove(SECTION, key);
            }
        }
        file.set(SECTION, "engine", engine, comments);
        keys.forEach((key, value) -> file.set(SECTION, key, value, comments));
    }

    private static Optional<String> text(SettingsFile file, String key) {
        return file.get(SECTION, key).filter(value -> !(value instanceof Iterable)).map(Object::toString);
    }
}
