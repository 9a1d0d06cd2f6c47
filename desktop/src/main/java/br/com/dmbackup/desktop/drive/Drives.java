package br.com.dmbackup.desktop.drive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The drives of this machine. Slow: a drive may sleep or be broken. */
public interface Drives {
    /** Those on which a copy may be written, removable ones first. */
    List<Drive> all();

    /**
     * The one on which a folder stands.
     *
     * @throws IOException where the folder is not there
     */
    Drive of(Path folder) throws IOException;

    static Drives ofThisMachine() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")
                ? new LinuxDrives(Path.of("/proc/self/mounts"), Path.of("/sys"))
                : new StoreDrives();
    }
}
