package br.com.dmbackup.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is wanted, as whoever installed it wrote it into the file {@code current}. The launcher only reads it: the
 * service's account has no right to the program folder, and what it finds out stands in its own {@link LaunchRecord}.
 *
 * @param version the version that is wanted
 * @param previous the one to go back to; empty where there is none
 * @param installed when it was written, as text: the same version installed anew is tried anew
 */
public record Current(String version, String previous, String installed) {

    static Optional<Current> read(Path file) {
        Map<String, String> lines = Lines.read(file);
        String version = lines.getOrDefault("version", "");
        String previous = lines.getOrDefault("previous", "");
        return Programs.named(version)
                ? Optional.of(new Current(version, Programs.named(previous) ? previous : "",
                        lines.getOrDefault("installed", "")))
                : Optional.empty();
    }

    /** What the file holds. */
    public String text() {
        return Lines.text(lines());
    }

    /** Replaces the file whole. */
    public void write(Programs programs) throws IOException {
        Lines.write(programs.currentFile(), lines());
    }

    private Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("version", version);
        lines.put("previous", previous);
        lines.put("installed", installed);
        return lines;
    }
}
