package br.com.dmbackup.protocol.hub;

/**
 * One value of a settings template.
 *
 * @param key such as {@code agent.drill}
 * @param value as it would be written in the settings file, in TOML
 */
public record TemplateValue(String key, String value) {}
