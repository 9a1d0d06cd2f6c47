package br.com.dmbackup.cli.terminal;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.ServiceStatus;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import java.io.IOException;
import java.nio.file.Files;

/** About how long an archive of this server will be: as its newest, else as databases of stores usually compress. */
final class ExpectedArchive {
    private static final int USUAL_COMPRESSION = 4;

    private ExpectedArchive() {}

    /** 0 where nobody knows. */
    static long bytes(Home home, Sound sound, Session session) {
        try {
            return Files.size(home.backupFolder().resolve(sound.settings().database().name() + ".zip"));
        } catch (IOException none) {
            return databaseBytes(sound, session) / USUAL_COMPRESSION;
        }
    }

    private static long databaseBytes(Sound sound, Session session) {
        try (DatabaseEngine engine = sound.engine().apply(session.surroundings().clock())) {
            return engine.checkService() instanceof ServiceStatus.Ready ? engine.facts().sizeBytes() : 0;
        } catch (BackupFault away) {
            return 0;
        }
    }
}
