package br.com.dmbackup.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which home folder a command means: {@code --home}, else {@code DMBACKUP_HOME}, else the current folder when it holds
 * a {@code dmbackup.toml}, else the system's usual place.
 */
final class HomeFolder {
    static final String SETTINGS = "dmbackup.toml";

    private HomeFolder() {}

    static Path of(@Nullable Path option, Surroundings surroundings) {
        Path current = surroundings.workingFolder();
        String variable = surroundings.environment().getOrDefault("DMBACKUP_HOME", "");
        if (option != null) {
            return current.resolve(option).normalize();
        }
        if (!variable.isBlank()) {
            return current.resolve(variable).normalize();
        }
        return Files.exists(current.resolve(SETTINGS)) ? current : usual(surroundings);
    }

    private static Path usual(Surroundings surroundings) {
        boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return windows
                ? Path.of(surroundings.environment().getOrDefault("ProgramData", "C:\\ProgramData"), "DMBackup")
                : Path.of("/var/lib/dmbackup");
    }
}
