package br.com.dmbackup.core.installation;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Which archive a person means. */
public sealed interface Wanted {
    /** What is meant as an hour, whether there is such a one or not. */
    Pattern AN_HOUR = Pattern.compile("\\d{1,3}(h|:\\d\\d)");

    /** The newest backup that holds a slot. */
    record Newest() implements Wanted {}

    /** What stands in a slot. */
    record InSlot(Slot slot) implements Wanted {}

    /** That backup, wherever it stands. */
    record ById(BackupId id) implements Wanted {}

    /**
     * An archive file anywhere.
     *
     * @param called what people call it
     */
    record InFile(Path file, String called) implements Wanted {
        public InFile(Path file) {
            this(file, file.toString());
        }
    }

    /**
     * A slot ({@code 09h}), a backup's id, or else a file's path.
     *
     * @throws BackupFault {@code USAGE} for an hour that no day has
     */
    static Wanted parse(String text) {
        if (Slot.parse(text).isPresent()) {
            return new InSlot(Slot.parse(text).get());
        }
        if (AN_HOUR.matcher(text).matches()) {
            throw BackupFault.of(FaultCode.USAGE, Phrase.of("why.no_hour", text));
        }
        try {
            return new ById(BackupId.parse(text));
        } catch (IllegalArgumentException e) {
            return new InFile(Path.of(text));
        }
    }
}
