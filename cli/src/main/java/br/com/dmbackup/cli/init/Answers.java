package br.com.dmbackup.cli.init;

import br.com.dmbackup.core.settings.AnswersFile;
import br.com.dmbackup.core.settings.SettingsSection;
import br.com.dmbackup.protocol.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person has said so far: on the command line, in a file, or when asked. Null: nothing was said about it. */
final class Answers {
    @Option(names = "--database", paramLabel = "${bundle:label.database}")
    @Nullable
    String database;

    @Option(names = "--password-file", paramLabel = "${bundle:label.file}")
    @Nullable
    Path passwordFile;

    @Parameters(paramLabel = "${bundle:label.program}", arity = "0..*")
    List<String> command = List.of();

    @Option(names = "--engine", paramLabel = "${bundle:label.engine}")
    @Nullable
    String engine;

    @Option(names = "--name", paramLabel = "${bundle:label.name}")
    @Nullable
    String name;

    @Option(names = "--terminal", paramLabel = "${bundle:label.folder}")
    @Nullable
    Path terminal;

    @Option(names = "--local-only")
    boolean localOnly;

    @Option(names = "--create-terminal")
    boolean createTerminal;

    @Option(names = "--cnpj", paramLabel = "CNPJ")
    @Nullable
    String cnpj;

    @Option(names = "--store-name", paramLabel = "${bundle:label.name}")
    @Nullable
    String storeName;

    @Mixin
    final ClientAnswers client = new ClientAnswers();

    @Option(names = "--time-zone", paramLabel = "${bundle:label.zone}")
    @Nullable
    String timeZone;

    @Option(names = "--slots", paramLabel = "N")
    @Nullable
    Integer slots;

    @Option(names = "--keep-dump", negatable = true)
    @Nullable
    Boolean keepDump;

    @Option(names = "--no-backup")
    boolean noBackup;

    @Nullable
    Language language;
    @Nullable
    Path home;

    /** Adds what a file says; the command line goes before it. Every key is asked for, so that others are noticed. */
    void add(AnswersFile file) {
        home = or(home, path(file, "home"));
        database = or(database, text(file, "database"));
        passwordFile = or(passwordFile, path(file, "password_file"));
        List<String> commandOfFile = file.has("command") ? file.section().texts("command") : List.of();
        command = command.isEmpty() ? commandOfFile : command;
        engine = or(engine, text(file, "engine"));
        name = or(name, text(file, "name"));
        Path terminalOfFile = path(file, "terminal");
        terminal = localOnly ? terminal : or(terminal, terminalOfFile);
        boolean localOnlyOfFile = file.section().flag("local_only", false);
        localOnly = localOnly || (localOnlyOfFile && (terminal == null || terminal.equals(terminalOfFile)));
        createTerminal |= file.section().flag("create_terminal", false);
        cnpj = or(cnpj, text(file, "cnpj"));
        storeName = or(storeName, text(file, "store_name"));
        client.add(file);
        timeZone = or(timeZone, text(file, "time_zone"));
        long many = file.section().integer("slots", 24, 1, 24);
        slots = or(slots, file.has("slots") ? (int) many : null);
        boolean keep = file.section().flag("keep_dump", false);
        keepDump = or(keepDump, file.has("keep_dump") ? keep : null);
        noBackup |= file.section().flag("no_backup", false);
        language = or(language, language(file));
    }

    /**
     * The database that was named.
     *
     * @param engineBefore the engine of the settings, which goes on where a file is named and no engine
     */
    Optional<DatabaseAddress> address(String engineBefore) {
        if (!command.isEmpty()) {
            return Optional.of(DatabaseAddress.ofCommand(command));
        }
        Optional<String> told = Optional.ofNullable(engine)
                .or(() -> Optional.of(engineBefore).filter(kind -> !DatabaseAddress.isServer(kind)));
        return Optional.ofNullable(database).map(word -> DatabaseAddress.of(word, told));
    }

    private static @Nullable Language language(AnswersFile file) {
        String tag = text(file, "language");
        Optional<Language> spoken = tag == null ? Optional.empty() : Language.ofTag(tag);
        if (tag != null && spoken.isEmpty()) {
            file.section().problem("language", "settings.choice", tag, "pt-BR, en, es");
        }
        return spoken.orElse(null);
    }

    private static @Nullable String text(AnswersFile file, String key) {
        return file.section().optionalText(key).orElse(null);
    }

    private static @Nullable Path path(AnswersFile file, String key) {
        SettingsSection section = file.section();
        return section.optionalText(key).map(text -> section.path(key)).orElse(null);
    }

    private static <T> @Nullable T or(@Nullable T said, @Nullable T otherwise) {
        return said == null ? otherwise : said;
    }
}
