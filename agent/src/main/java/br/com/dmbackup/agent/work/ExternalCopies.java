package br.com.dmbackup.agent.work;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.settings.DurableFile;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * When a person last took a copy along: a moment and a backup's id in a small file. It is told by whoever wrote the copy and
 * read it back, and remembered here, so that every window and the ERP's warning count from the same day.
 */
public record ExternalCopies(Path file, InstantSource clock) {
    private static final int LONGEST = 200;

    /** @throws BackupFault {@code HOME_NOT_WRITABLE} */
    public void note(String backup) {
        try {
            DurableFile.replace(file, (clock.instant() + " " + backup + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.HOME_NOT_WRITABLE, file, FileWords.of(e)).causedBy(e);
        }
    }

    /** None where nobody has, or where that is not known any more. */
    public Optional<Instant> last() {
        try {
            if (Files.notExists(file) || Files.size(file) > LONGEST) {
                return Optional.empty();
            }
            return Optional.of(Instant.parse(Files.readString(file, StandardCharsets.US_ASCII).split(" ", 2)[0]));
        } catch (IOException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
