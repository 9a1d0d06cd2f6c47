package br.com.dmbackup.protocol.api;

/**
 * One thing that is wrong in the settings.
 *
 * @param line of the settings file, counted from 1
 * @param key as in {@link SettingsField}; empty for a mistake of writing
 * @param message what is wrong with it, in words, without the place
 */
public record SettingsFlaw(int line, int column, String key, String message) {}
