package br.com.dmbackup.client;

/**
 * The settings file as the agent shows it: its secrets are masked.
 *
 * @param version to be given back when it is changed, so that nobody's change is lost
 */
public record SettingsText(String text, String version) {
    @Override
    public String toString() {
        return "SettingsText[" + version + "]";
    }
}
