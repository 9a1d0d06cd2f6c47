package br.com.dmbackup.terminal.life;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The terminal's own folder and what stands where in it. It may be the same folder as a server's home: nothing of the two
 * has the same name.
 *
 * @param root absolute
 */
public record TerminalHome(Path root) {
    public static final String SETTINGS = "terminal.toml";

    public TerminalHome {
        root = root.toAbsolutePath().normalize();
    }

    public Path settingsFile() {
        return root.resolve(SETTINGS);
    }

    /** Everything that the terminal remembers besides the archives: identity, pairings, what was heard. */
    public Path stateFolder() {
        return root.resolve("terminal");
    }

    Path identityFolder() {
        return stateFolder().resolve("identity");
    }

    Path vaultFolder() {
        return stateFolder().resolve("vault");
    }

    Path silenceFolder() {
        return stateFolder().resolve("silence");
    }

    /** Where the running terminal writes down how it is asked. */
    public Path doorFolder() {
        return stateFolder().resolve("door");
    }

    Path lockFile() {
        return stateFolder().resolve("lock");
    }

    public boolean isSetUp() {
        return Files.isRegularFile(settingsFile());
    }

    /** @throws BackupFault {@code TERMINAL_NOT_SET_UP} */
    public void requireSetUp() {
        if (!isSetUp()) {
            throw BackupFault.of(FaultCode.TERMINAL_NOT_SET_UP, root);
        }
    }

    /** Makes the folders that are missing. */
    public void prepare() {
        for (Path folder : new Path[]{stateFolder(), identityFolder(), vaultFolder(), silenceFolder()}) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw BackupFault.of(FaultCode.HOME_NOT_WRITABLE, folder, FileWords.of(e)).causedBy(e);
            }
        }
    }
}
