package br.com.dmbackup.cli;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which language a command speaks; known before the command line is read, since its mistakes are told in it too. */
final class SpokenLanguage {
    private static final String OPTION = "--lang";
    private static final int LARGEST_BYTES = 1 << 20;
    private static final Pattern SETTING = Pattern.compile("\\s*language\\s*=\\s*[\"']([A-Za-z_-]+)[\"'].*");

    private SpokenLanguage() {}

    /** What {@code --lang} asks for, else what the home's settings say, else the locale, else Portuguese. */
    static Language of(List<String> arguments, Surroundings surroundings) {
        return of(arguments, surroundings.workingFolder(), surroundings.environment());
    }

    static Language of(List<String> arguments, Path current, Map<String, String> environment) {
        return asked(arguments).flatMap(Language::ofTag).or(() -> ofSettings(arguments, current, environment))
                .orElseGet(() -> ofLocale(environment));
    }

    /** Refuses a language that we do not speak. */
    static void check(List<String> arguments, Messages texts) {
        asked(arguments).filter(tag -> Language.ofTag(tag).isEmpty()).ifPresent(tag -> {
            throw BackupFault.of(FaultCode.USAGE, texts.text("usage.language", tag));
        });
    }

    /** The value of {@code --lang}, whether we speak it or not. */
    static Optional<String> asked(List<String> arguments) {
        return valueOf(OPTION, arguments);
    }

    /** Looked for as text, line by line: settings with mistakes in them are told of in the right language too. */
    private static Optional<Language> ofSettings(List<String> arguments, Path current,
            Map<String, String> environment) {
        try {
            Path home = HomeFolder.of(valueOf("--home", arguments).map(Path::of).orElse(null), current, environment);
            Path file = home.resolve(HomeFolder.SETTINGS);
            // ISO 8859-1 reads any bytes; what is looked for is ASCII.
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST_BYTES
                    ? Files.readString(file, StandardCharsets.ISO_8859_1).lines()
                            .takeWhile(line -> !line.strip().startsWith("[")).map(SETTING::matcher)
                            .filter(Matcher::matches).findFirst().flatMap(found -> Language.ofTag(found.group(1)))
                    : Optional.empty();
        } catch (IOException | InvalidPathException unreadable) {
            // Told by the command itself, which reads it again.
            return Optional.empty();
        }
    }

    private static Optional<String> valueOf(String option, List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith(option + "=")) {
                return Optional.of(argument.substring(option.length() + 1));
            }
            if (argument.equals(option) && i + 1 < arguments.size()) {
                return Optional.of(arguments.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private static Language ofLocale(Map<String, String> environment) {
        // The launcher keeps the person's locale in the first one, as it sets LC_ALL for the sake of the encoding.
        return Stream.of("DMBACKUP_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, "")).filter(value -> !value.isBlank()).findFirst()
                .map(Language::ofPosixLocale).orElse(Language.PT_BR);
    }
}
