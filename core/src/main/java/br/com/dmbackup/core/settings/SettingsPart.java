package br.com.dmbackup.core.settings;

import java.util.List;

/**
 * A part of the settings file that somebody above the core reads: a table of its name, or, where {@link #many}, any
 * number of them. It reads in the way of engines and destinations: problems are noted, never thrown.
 *
 * @param <T> what it makes of them
 */
public interface SettingsPart<T> {
    /** Name of the table or tables. */
    String name();

    /** Whether it is an array of tables, {@code [[name]]}. */
    default boolean many() {
        return false;
    }

    /** @param tables exactly one unless {@link #many}; an empty one where the file has none */
    T read(List<SettingsSection> tables);
}
