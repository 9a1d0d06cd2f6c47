package br.com.dmbackup.core.destination;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.protocol.FaultCode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of an archive at a destination, such as {@code 09h/MCDados.zip}: one to four parts separated by {@code /},
 * safe on FAT, NTFS and every Unix, never leading out of the place.
 */
public record ArchiveName(String value) implements Comparable<ArchiveName> {
    private static final Pattern PART = Pattern.compile("[\\p{L}\\p{N}_+-][\\p{L}\\p{N} ._+()-]{0,119}");
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4",
            "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8",
            "lpt9");

    /**
     * @throws BackupFault {@code ARCHIVE_NAME_INVALID}
     */
    public ArchiveName {
        List<String> parts = List.of(value.split("/", -1));
        if (parts.size() > 4 || !value.endsWith(".zip") || !parts.stream().allMatch(ArchiveName::safe)) {
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

    private static boolean safe(String part) {
        if (!PART.matcher(part).matches() || part.endsWith(".") || part.endsWith(" ")) {
            return false;
        }
        int dot = part.indexOf('.');
        String stem = dot < 0 ? part : part.substring(0, dot);
        return !DEVICES.contains(stem.toLowerCase(java.util.Locale.ROOT));
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
