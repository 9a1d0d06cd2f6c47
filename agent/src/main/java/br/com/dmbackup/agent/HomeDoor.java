package br.com.dmbackup.agent;

import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.SettingsReader.Reading;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.protocol.api.PairingReport;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

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

    /** The words that may stand at {@code engine = "…"}. */
    List<String> engines();

    /**
     * Marks a folder that a person named as a destination, so that its disk is known again when it is plugged in.
     *
     * @throws br.com.dmbackup.core.backup.BackupFault {@code DESTINATION_*}
     */
    void mark(String destination, Path folder);

    /**
     * Makes a terminal the store's, and writes it into the settings.
     *
     * @param address where it is; none to look for the one that shows a code
     * @throws br.com.dmbackup.core.backup.BackupFault {@code PAIRING_*}, {@code LINK_*},
     *         {@code TERMINAL_CONNECTION_NOT_FOUND}, {@code SETTINGS_*}
     */
    PairingReport pair(String code, Optional<String> address);

    /** Opens the home with these settings. The caller closes it. */
    Installation open(Sound settings);
}
