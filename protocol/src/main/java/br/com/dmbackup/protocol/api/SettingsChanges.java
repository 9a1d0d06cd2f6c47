package br.com.dmbackup.protocol.api;

import java.util.List;

/**
 * Changes to the settings that belong together: all of them are made or none.
 *
 * @param createFolders whether folders that destinations name may be made where they are missing
 */
public record SettingsChanges(List<SettingsChange> changes, boolean createFolders) {
    public SettingsChanges {
        changes = List.copyOf(changes);
    }
}
