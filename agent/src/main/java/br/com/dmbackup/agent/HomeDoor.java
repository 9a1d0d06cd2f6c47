package br.com.dmbackup.agent;

import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.SettingsReader.Reading;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import java.time.InstantSource;

/** How the agent gets into its home: given by the composition root, which alone knows engines and destinations. */
public interface HomeDoor {
    Home home();

    /** Version of this DMBackup. */
    String programVersion();

    InstantSource clock();

    /**
     * Reads the settings as they are on the disk now.
     *
     * @throws br.com.dmbackup.core.backup.BackupFault {@code SETTINGS_MISSING}, {@code SETTINGS_UNREADABLE},
     *         {@code SETTINGS_WRITABLE_BY_OTHERS}
     */
    Reading read();

    /** Reads settings that are to become the home's; the disk is not changed. */
    Reading proposed(String settings);

    /** Opens the home with these settings. The caller closes it. */
    Installation open(Sound settings);
}
