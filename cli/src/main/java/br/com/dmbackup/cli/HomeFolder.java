package br.com.dmbackup.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which home folder a command means: {@code --home}, else {@code DMBACKUP_HOME}, else the current folder when it holds
 * a {@code dmbackup.toml}, else the system's usual place.
 */
final class HomeFolder {
    static final String SETTINGS = "dmbackup.toml";

    private HomeFolder() {}

    static Path of(@Nullable Path option, Surroundings surroundings) {
        return of(option, surroundings.workingFolder(), surroundings.environment());
    }

    static Path of(@Nullable Path option, Path current, Map<String, String> environment) {
        String variable = environment.getOrDefault("DMBACKUP_HOME", "");
        if (option != null) {
            return current.resolve(option).normalize();
        }
        if (!variable.isBlank()) {
            return current.resolve(variable).normalize();
        }
        return Files.exists(current.resolve(SETTINGS)) ? current : usual(environment);
    }

    private static Path usual(Map<String, String> environment) {
        boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return windows
                ? Path.of(environment.getOrDefault("ProgramData", "C:\\ProgramData"), "DMBackup")
                : Path.of("/var/lib/dmbackup");
    }
}
