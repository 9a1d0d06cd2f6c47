package br.com.dmbackup.core.installation;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A folder that a person names, looked at before it becomes a destination. */
public final class PlainFolder {
    private PlainFolder() {}

    /** Why a folder cannot be a destination. */
    public enum Objection {
        /** It is the home's own. */
        OWN,
        /** It does not exist, and may not or cannot be made. */
        MISSING,
        /** It is a file. */
        FILE,
        /** Nothing can be written there. */
        READ_ONLY
    }

    /**
     * Why it cannot be the destination.
     *
     * @param create whether it may be made when it does not exist
     */
    public static Optional<Objection> objection(Path folder, Home home, boolean create) {
        if (folder.equals(home.root()) || folder.startsWith(home.backupFolder())
                || folder.startsWith(home.stateFolder())) {
            return Optional.of(Objection.OWN);
        }
        if (!Files.exists(folder)) {
            return create && writable(Room.standing(folder)) ? Optional.empty() : Optional.of(Objection.MISSING);
        }
        if (!Files.isDirectory(folder)) {
            return Optional.of(Objection.FILE);
        }
        return writable(folder) ? Optional.empty() : Optional.of(Objection.READ_ONLY);
    }

    /** @throws BackupFault {@code OUTPUT_UNWRITABLE} */
    public static void create(Path folder) {
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
