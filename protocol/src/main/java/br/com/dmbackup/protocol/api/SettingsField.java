package br.com.dmbackup.protocol.api;

import java.util.List;
import java.util.Optional;

/**
 * One value of the settings.
 *
 * @param key with the table it stands in, and for one of several tables its name: {@code store.cnpj},
 *        {@code destination[terminal].path}
 * @param label the same without the name, {@code destination.path}: what a text about it is found by
 * @param value as text: a list has one line for each; {@code •••} where there is a secret. None where nothing is written
 * @param usual what holds while nothing is written; may be empty
 * @param choices the words that may stand there; empty for anything
 */
public record SettingsField(String key, String label, FieldKind kind, Optional<String> value, String usual,
        List<String> choices) {

    /** What a value looks like, and so how it is asked for. */
    public enum FieldKind {
        TEXT, NUMBER, FLAG, CHOICE, SECRET, FOLDER, FILE, LIST
    }

    /** What stands in the place of a secret. */
    public static final String MASK = "•••";
}
