package br.com.dmbackup.core.settings;

import java.util.Map;

/**
 * One table of the file with the place of everything in it, free of the TOML library.
 *
 * @param line where the table's header stands, counted from 1
 * @param entries in the order of the file
 */
record SettingsTable(int line, int column, Map<String, Entry> entries) {
    static final SettingsTable ABSENT = new SettingsTable(1, 1, Map.of());

    /**
     * @param value a {@code String}, {@code Long}, {@code Boolean}, {@code SettingsTable}, a {@code List} of such, or
     *        another type of TOML's that no setting has
     */
    record Entry(int line, int column, Object value) {}
}
