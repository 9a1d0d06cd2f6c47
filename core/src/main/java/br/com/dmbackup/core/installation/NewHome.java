package br.com.dmbackup.core.installation;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** Who may see the home: its owner and the owner's group. A folder that held other things already keeps its rights. */
public final class NewHome {
    private NewHome() {}

    /**
     * Makes the folder when it is missing.
     *
     * @throws BackupFault {@code HOME_NOT_WRITABLE}
     */
    public static void prepare(Path home) {
        try {
            boolean ours = !Files.exists(home) || empty(home);
            Files.createDirectories(home);
            if (ours) {
                set(home, "rwxr-x---");
            }
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.HOME_NOT_WRITABLE, home, e.getClass().getSimpleName()).causedBy(e);
        }
    }

    /** @throws BackupFault {@code HOME_NOT_WRITABLE} */
    public static void ofNewSettings(Path file) {
        try {
            set(file, "rw-r-----");
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.HOME_NOT_WRITABLE, file, e.getClass().getSimpleName()).causedBy(e);
        }
    }

    private static boolean empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void set(Path path, String rights) throws IOException {
        if (Files.getFileAttributeView(path, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
        }
    }
}
