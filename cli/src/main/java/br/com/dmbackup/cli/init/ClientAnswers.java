package br.com.dmbackup.cli.init;

import br.com.dmbackup.core.settings.AnswersFile;
import br.com.dmbackup.core.settings.ClientField;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a person has said so far of the client data. */
final class ClientAnswers {
    private static final String LABEL = "${bundle:label.text}";

    private final Map<ClientField, String> said = new EnumMap<>(ClientField.class);

    @Option(names = "--legal-name", paramLabel = LABEL)
    void legalName(String text) {
        say(ClientField.LEGAL_NAME, text);
    }

    @Option(names = "--address", paramLabel = LABEL)
    void address(String text) {
        say(ClientField.ADDRESS, text);
    }

    @Option(names = "--city", paramLabel = LABEL)
    void city(String text) {
        say(ClientField.CITY, text);
    }

    @Option(names = "--state", paramLabel = "UF")
    void state(String text) {
        say(ClientField.STATE, text);
    }

    @Option(names = "--postal-code", paramLabel = "CEP")
    void postalCode(String text) {
        say(ClientField.POSTAL_CODE, text);
    }

    @Option(names = "--phone", paramLabel = LABEL)
    void phone(String text) {
        say(ClientField.PHONE, text);
    }

    @Option(names = "--email", paramLabel = LABEL)
    void email(String text) {
        say(ClientField.EMAIL, text);
    }

    @Option(names = "--contact", paramLabel = "${bundle:label.name}")
    void contact(String text) {
        say(ClientField.CONTACT, text);
    }

    void say(ClientField field, String text) {
        said.put(field, text);
    }

    /** Adds what a file says; what was said before goes before it. */
    void add(AnswersFile file) {
        for (ClientField field : ClientField.values()) {
            file.section().optionalText(field.key()).ifPresent(text -> said.putIfAbsent(field, text));
        }
    }

    /** What was said, in the order of the fields. */
    Map<ClientField, String> said() {
        return Collections.unmodifiableMap(said);
    }

    /** The option that sets a key of the settings, where it is one of these. */
    static Optional<String> option(String settingsKey) {
        return Arrays.stream(ClientField.values()).filter(field -> settingsKey.equals("store." + field.key()))
                .map(field -> "--" + field.option()).findFirst();
    }
}
