package br.com.dmbackup.protocol.api;

import java.util.List;

/**
 * The settings as a form: everything that the backup uses, secrets masked.
 *
 * @param version to be given back with changes, so that nobody's change is lost
 * @param written whether there is a settings file at all
 * @param flaws everything that is wrong, in the order of the file; empty where all is well
 * @param channels what each kind of channel for messages asks for, its word as the name; for one of its own, a name is put
 *        between the brackets of {@code notify[].host}
 */
public record SettingsView(String version, boolean written, List<SettingsGroup> groups, List<SettingsFlaw> flaws,
        List<SettingsGroup> channels) {}
