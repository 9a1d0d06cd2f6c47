package br.com.dmbackup.service;

import br.com.dmbackup.core.installation.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The note in a home that it is served by a service of this machine: {@code state/service}, written at installation.
 *
 * @param account who the service runs as
 * @param group whose members may speak to the agent as a till
 * @param programs its program folder
 */
public record ServiceMark(String account, String group, String programs) {

    /** Where it stands. */
    public static Path file(Home home) {
        return home.stateFolder().resolve("service");
    }

    /** Of a home; none where no service was installed or the note cannot be read. */
    public static Optional<ServiceMark> of(Home home) {
        Map<String, String> lines = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file(home), StandardCharsets.UTF_8)) {
                int sign = line.indexOf('=');
                if (sign > 0) {
                    lines.put(line.substring(0, sign), line.substring(sign + 1));
                }
            }
        } catch (IOException none) {
            return Optional.empty();
        }
        return Optional.of(
                new ServiceMark(lines.getOrDefault("account", ""), lines.getOrDefault("group", ""),
                        lines.getOrDefault("programs", "")));
    }

    /** What the note says. */
    public String text() {
        return "account=" + account + "\ngroup=" + group + "\nprograms=" + programs + "\n";
    }
}
