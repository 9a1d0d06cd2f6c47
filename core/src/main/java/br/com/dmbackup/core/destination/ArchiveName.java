package br.com.dmbackup.core.destination;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.SafeName;
import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.protocol.FaultCode;
import java.util.List;

/**
 * The name of an archive at a destination, such as {@code 09h/MCDados.zip}: one to four parts separated by {@code /},
 * safe on FAT, NTFS and every Unix, never leading out of the place.
 */
public record ArchiveName(String value) implements Comparable<ArchiveName> {
    /**
     * @throws BackupFault {@code ARCHIVE_NAME_INVALID}
     */
    public ArchiveName {
        List<String> parts = List.of(value.split("/", -1));
        if (parts.size() > 4 || !value.endsWith(".zip") || !parts.stream().allMatch(SafeName::isSafe)) {
            throw BackupFault.of(FaultCode.ARCHIVE_NAME_INVALID, value);
        }
    }

    /** {@code 09h/MCDados.zip} */
    public static ArchiveName ofSlot(Slot slot, String database) {
        return new ArchiveName(slot.folderName() + "/" + database + ".zip");
    }

    /** {@code MCDados.zip}: always the newest. */
    public static ArchiveName ofNewest(String database) {
        return new ArchiveName(database + ".zip");
    }

    public List<String> parts() {
        return List.of(value.split("/", -1));
    }

    @Override
    public int compareTo(ArchiveName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
