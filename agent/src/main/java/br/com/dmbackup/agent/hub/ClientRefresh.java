package br.com.dmbackup.agent.hub;

import br.com.dmbackup.agent.HomeDoor;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.hub.ClientDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over what the hub knows better than the settings: the store's name and whether it is integrated. The file keeps its
 * comments, and is left alone where it would not be sound afterwards. Nothing else of the settings is changed from afar.
 */
final class ClientRefresh {
    private static final Logger LOG = LoggerFactory.getLogger(ClientRefresh.class);

    private final HomeDoor door;

    ClientRefresh(HomeDoor door) {
        this.door = door;
    }

    void take(ClientDocument client) {
        if (!(door.read() instanceof Sound sound)) {
            return;
        }
        try {
            SettingsFile file = SettingsFile.load(door.home().settingsFile());
            String before = file.text();
            EnrolledSettings.client(file, client, Messages.in(sound.settings().language()));
            if (!before.equals(file.text()) && door.proposed(file.text()) instanceof Sound) {
                file.save(door.home().settingsFile());
                LOG.info("the hub's client data were taken over");
            }
        } catch (BackupFault changedMeanwhile) {
            LOG.info("the hub's client data wait: {}", changedMeanwhile.code());
        }
    }
}
