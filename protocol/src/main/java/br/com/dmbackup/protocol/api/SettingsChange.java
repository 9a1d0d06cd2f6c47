package br.com.dmbackup.protocol.api;

import java.util.Optional;

/**
 * One value that is to become another one.
 *
 * @param key as in {@link SettingsField}, or the name of a whole table, {@code destination[terminal]}, to take it away
 * @param value as in {@link SettingsField}; a secret in plain, which is sealed before it gets to the disk. None, or a
 *        blank one: nothing is to be written there
 */
public record SettingsChange(String key, Optional<String> value) {
    public static SettingsChange to(String key, String value) {
        return new SettingsChange(key, Optional.of(value));
    }

    public static SettingsChange away(String key) {
        return new SettingsChange(key, Optional.empty());
    }

    /** The value may be a secret. */
    @Override
    public String toString() {
        return "SettingsChange[" + key + "]";
    }
}
