package br.com.dmbackup.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.regex.Pattern;

/**
 * The launcher's own log, {@code state/logs/launcher.log}: two files of half a megabyte. A disk that is full or gone
 * costs lines, never the launcher. Groups of digits that could be somebody's number are masked.
 */
final class LauncherLog {
    private static final long LARGEST_BYTES = 512 << 10;
    private static final int LONGEST_LINE = 500;
    private static final Pattern NUMBERS = Pattern.compile("\\d(?:[./-]?\\d){10,}");

    private final Path file;
    private final Clock clock;

    LauncherLog(Path home, Role role, Clock clock) {
        this.file = home.resolve("state").resolve("logs").resolve(role.logName());
        this.clock = clock;
    }

    synchronized void say(String text) {
        String line = NUMBERS.matcher(text.strip().replace('\n', ' ')).replaceAll("#");
        String kept = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
        try {
            Files.createDirectories(file.resolveSibling(""));
            if (Files.exists(file) && Files.size(file) > LARGEST_BYTES) {
                Files.move(file, file.resolveSibling("before-" + file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(file, clock.instant() + " " + kept + "\n", StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            // There is nobody else to tell.
            return;
        }
    }
}
