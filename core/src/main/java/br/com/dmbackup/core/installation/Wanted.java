package br.com.dmbackup.core.installation;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Slot;
import java.nio.file.Path;

/** Which archive a person means. */
public sealed interface Wanted {
    /** The newest backup that holds a slot. */
    record Newest() implements Wanted {}

    /** What stands in a slot. */
    record InSlot(Slot slot) implements Wanted {}

    /** That backup, wherever it stands. */
    record ById(BackupId id) implements Wanted {}

    /** An archive file anywhere. */
    record InFile(Path file) implements Wanted {}

    /** A slot ({@code 09h}), a backup's id, or else a file's path. */
    static Wanted parse(String text) {
        if (Slot.parse(text).isPresent()) {
            return new InSlot(Slot.parse(text).get());
        }
        try {
            return new ById(BackupId.parse(text));
        } catch (IllegalArgumentException e) {
            return new InFile(Path.of(text));
        }
    }
}
