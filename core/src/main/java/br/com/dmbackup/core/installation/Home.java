package br.com.dmbackup.core.installation;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The home folder and what stands where in it.
 *
 * @param root absolute
 */
public record Home(Path root) {
    public Home {
        root = root.toAbsolutePath().normalize();
    }

    public Path settingsFile() {
        return root.resolve("dmbackup.toml");
    }

    /** The slots of this machine. */
    public Path backupFolder() {
        return root.resolve("Backup");
    }

    public Path stateFolder() {
        return root.resolve("state");
    }

    /** Dumps in the making. Emptied at the start of each run. */
    public Path stagingFolder() {
        return stateFolder().resolve("staging");
    }

    public Path catalogFile() {
        return stateFolder().resolve("catalog.db");
    }

    public Path lockFile() {
        return stateFolder().resolve("lock");
    }

    /** Held by the agent. */
    public Path agentLockFile() {
        return stateFolder().resolve("agent.lock");
    }

    public Path deliveryLockFile(String destination) {
        return stateFolder().resolve("lock-" + destination);
    }

    public Path logFolder() {
        return stateFolder().resolve("logs");
    }

    /** Makes the folders that are missing. */
    public void prepare() {
        for (Path folder : new Path[]{backupFolder(), stateFolder(), stagingFolder(), logFolder()}) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw BackupFault.of(FaultCode.HOME_NOT_WRITABLE, folder, FileWords.of(e)).causedBy(e);
            }
        }
    }

    /** Removes dumps that dead processes left, and folders with what they told their programs; how many. */
    public int emptyStagingFolder() {
        try (Stream<Path> files = Files.list(stagingFolder())) {
            List<Path> left = files.toList();
            for (Path file : left) {
                delete(file);
            }
            return left.size();
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.HOME_NOT_WRITABLE, stagingFolder(), FileWords.of(e)).causedBy(e);
        }
    }

    /** Links are removed, never followed. */
    private static void delete(Path file) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> inside = Files.list(file)) {
                for (Path each : inside.toList()) {
                    delete(each);
                }
            }
        }
        Files.delete(file);
    }
}
