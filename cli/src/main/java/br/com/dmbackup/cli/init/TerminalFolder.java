package br.com.dmbackup.cli.init;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder on the backup terminal, looked at before it becomes a destination. */
final class TerminalFolder {
    private TerminalFolder() {}

    /**
     * Why it cannot be the destination.
     *
     * @param create whether it may be made when it does not exist
     * @return key of a text that takes the folder
     */
    static Optional<String> objection(Path folder, Home home, boolean create) {
        if (folder.equals(home.root()) || folder.startsWith(home.backupFolder())
                || folder.startsWith(home.stateFolder())) {
            return Optional.of("init.terminal.own");
        }
        if (!Files.exists(folder)) {
            return create && writable(Room.standing(folder)) ? Optional.empty() : Optional.of("init.terminal.missing");
        }
        if (!Files.isDirectory(folder)) {
            return Optional.of("init.terminal.file");
        }
        return writable(folder) ? Optional.empty() : Optional.of("init.terminal.read_only");
    }

    static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.OUTPUT_UNWRITABLE, folder, e.getClass().getSimpleName()).causedBy(e);
        }
    }

    /** Permissions of a share tell little, so it is tried. */
    private static boolean writable(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, "dmbackup", ".tmp"));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
