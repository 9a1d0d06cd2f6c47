package br.com.dmbackup.core.settings;

import br.com.dmbackup.protocol.Messages;
import java.util.Comparator;
import java.util.List;

/**
 * One thing that is wrong in the settings file.
 *
 * @param line line of the file, counted from 1; for what is missing, the line of the section that lacks it
 * @param column column of the line, counted from 1
 * @param key the key with its section, such as {@code store.cnpj}; empty for a mistake of writing
 * @param messageKey key of the text, which takes {@code arguments}
 */
public record SettingsProblem(int line, int column, String key, String messageKey, List<Object> arguments)
        implements
            Comparable<SettingsProblem> {
    private static final Comparator<SettingsProblem> BY_PLACE = Comparator.comparingInt(SettingsProblem::line)
            .thenComparingInt(SettingsProblem::column).thenComparing(SettingsProblem::key)
            .thenComparing(SettingsProblem::messageKey);

    public SettingsProblem {
        arguments = List.copyOf(arguments);
    }

    /** In one line: where, which key, what is wrong with it. */
    public String text(Messages messages) {
        String what = messages.text(messageKey, arguments.toArray());
        return key.isEmpty()
                ? messages.text("settings.at", line, column, what)
                : messages.text("settings.at_key", line, column, key, what);
    }

    @Override
    public int compareTo(SettingsProblem other) {
        return BY_PLACE.compare(this, other);
    }
}
