package br.com.dmbackup.agent.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as the form writes it.
 *
 * @param table empty for a key of the file itself
 * @param name which of several tables; none where there is one
 * @param key empty for the whole table
 */
record SettingsKey(String table, Optional<String> name, String key) {
    private static final Pattern FORM = Pattern
            .compile("(?:([a-z_]+)\\[([^\\[\\]]{1,100})](?:\\.([a-z_0-9]+))?)|(?:(?:([a-z_]+)\\.)?([a-z_0-9]+))");

    /** None where it is no such key. */
    static Optional<SettingsKey> parse(String written) {
        Matcher parts = FORM.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        if (parts.group(1) != null) {
            return KnownSettings.LISTS.contains(parts.group(1))
                    ? Optional.of(new SettingsKey(parts.group(1), Optional.of(parts.group(2)),
                            Optional.ofNullable(parts.group(3)).orElse("")))
                    : Optional.empty();
        }
        String table = Optional.ofNullable(parts.group(4)).orElse("");
        return KnownSettings.LISTS.contains(table)
                ? Optional.empty()
                : Optional.of(new SettingsKey(table, Optional.empty(), parts.group(5)));
    }

    /** Without the name: what a text about it is found by. */
    String label() {
        return table.isEmpty() ? key : table + "." + key;
    }

    @Override
    public String toString() {
        return name.map(which -> table + "[" + which + "]" + (key.isEmpty() ? "" : "." + key)).orElse(label());
    }
}
