package br.com.dmbackup.terminal.life;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.settings.DurableFile;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.terminal.life.ServerSilence.Kept;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is remembered of one server's silence: first line what is kept, then its habit, a line a day. */
record SilenceFile(Path file) {
    private static final Logger LOG = LoggerFactory.getLogger(SilenceFile.class);
    private static final String NEVER = "-";

    /** One that cannot be understood is forgotten: the habit is learned again, and an alarm comes late at worst. */
    ServerSilence read(Hours hours, ZoneId zone) {
        try {
            List<String> lines = Files.readAllLines(file);
            String[] words = lines.getFirst().split(" ", -1);
            Optional<Instant> last = words[0].equals(NEVER) ? Optional.empty() : Optional.of(Instant.parse(words[0]));
            Kept kept = new Kept(last, Duration.parse(words[1]), Boolean.parseBoolean(words[2]));
            return new ServerSilence(hours, zone, kept, lines.subList(1, lines.size()));
        } catch (NoSuchFileException first) {
            return new ServerSilence(hours, zone, Kept.NOTHING, List.of());
        } catch (IOException | DateTimeException | IllegalArgumentException | IndexOutOfBoundsException unread) {
            LOG.warn("{} is not understood, and begun anew", file, unread);
            return new ServerSilence(hours, zone, Kept.NOTHING, List.of());
        }
    }

    void write(ServerSilence silence) {
        Kept kept = silence.kept();
        List<String> lines = new ArrayList<>();
        lines.add(kept.lastSign().map(Instant::toString).orElse(NEVER) + " " + kept.without() + " " + kept.told());
        lines.addAll(silence.memory());
        try {
            DurableFile.replace(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.TERMINAL_FILE_FAILED, file, FileWords.of(e)).causedBy(e);
        }
    }
}
