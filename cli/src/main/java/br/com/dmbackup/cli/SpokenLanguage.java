package br.com.dmbackup.cli;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which language a command speaks; known before the command line is read, since its mistakes are told in it too. */
final class SpokenLanguage {
    private static final String OPTION = "--lang";

    private SpokenLanguage() {}

    /** What {@code --lang} asks for, else what the locale says, else Portuguese. */
    static Language of(List<String> arguments, Map<String, String> environment) {
        return asked(arguments).flatMap(Language::ofTag).orElseGet(() -> ofLocale(environment));
    }

    /** Refuses a language that we do not speak. */
    static void check(List<String> arguments, Messages texts) {
        asked(arguments).filter(tag -> Language.ofTag(tag).isEmpty()).ifPresent(tag -> {
            throw BackupFault.of(FaultCode.USAGE, texts.text("usage.language", tag));
        });
    }

    /** The value of {@code --lang}, whether we speak it or not. */
    static Optional<String> asked(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith(OPTION + "=")) {
                return Optional.of(argument.substring(OPTION.length() + 1));
            }
            if (argument.equals(OPTION) && i + 1 < arguments.size()) {
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
