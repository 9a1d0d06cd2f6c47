package br.com.dmbackup.agent.loop;

import br.com.dmbackup.core.settings.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last settings that were sound, as a file of the agent's own; whatever goes wrong with it only costs the next start. */
final class KeptSettings {
    private static final Logger LOG = LoggerFactory.getLogger(KeptSettings.class);

    private final Path file;

    KeptSettings(Path file) {
        this.file = file;
    }

    /** Keeps them, unless it has them already. */
    void keep(byte[] settings) {
        try {
            if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), settings)) {
                return;
            }
            DurableFile.replace(file, settings);
        } catch (IOException e) {
            LOG.warn("the settings could not be kept", e);
        }
    }

    Optional<String> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readString(file, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            LOG.warn("the kept settings could not be read", e);
            return Optional.empty();
        }
    }
}
