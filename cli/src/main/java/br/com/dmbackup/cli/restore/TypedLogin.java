package br.com.dmbackup.cli.restore;

import br.com.dmbackup.cli.Composition;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.settings.SecretReference;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * {@code --as USER}: a restore may need more rights than the backups of each hour have, and who has them types a
 * password for this once. It is written nowhere.
 */
final class TypedLogin {
    @Option(names = "--as", paramLabel = "${bundle:label.user}", descriptionKey = "dmbackup.restore.as")
    @Nullable
    String user;

    @Option(names = "--as-password-file", paramLabel = "${bundle:label.file}", descriptionKey = "dmbackup.restore.as-password-file")
    @Nullable
    Path passwordFile;

    /** The settings with this login, where one was named. */
    Sound in(Session session, Sound sound) {
        String named = user;
        if (named == null) {
            if (passwordFile != null) {
                throw BackupFault.of(FaultCode.USAGE, session.texts().text("usage.missing", "--as"));
            }
            return sound;
        }
        return new Composition(session).as(sound, named, password(session, named));
    }

    private Secret password(Session session, String named) {
        if (passwordFile != null) {
            return inFile(session, session.path(passwordFile));
        }
        return session.askSecret(session.texts().text("restore.ask.password", named)).map(Secret::new)
                .orElseThrow(() -> BackupFault.of(FaultCode.CONFIRMATION_NEEDED, "--as-password-file"));
    }

    private static Secret inFile(Session session, Path file) {
        return SecretReference.ofFile(file, (messageKey, arguments) -> {
            throw BackupFault.of(FaultCode.USAGE,
                    "--as-password-file: " + session.words().text(messageKey, arguments));
        }).orElseThrow(() -> BackupFault.of(FaultCode.USAGE, "--as-password-file"));
    }
}
