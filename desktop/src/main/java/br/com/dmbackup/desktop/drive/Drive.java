package br.com.dmbackup.desktop.drive;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * A place on which a copy can be written.
 *
 * @param root where it begins
 * @param label what people call it
 * @param removable whether it can be taken along
 * @param fileSystem its type: {@code vfat}, {@code NTFS}
 * @param disk the disk behind it, the same for all its partitions; empty where nobody can tell
 */
public record Drive(Path root, String label, boolean removable, String fileSystem, long freeBytes, long totalBytes,
        String disk) {
    /** FAT keeps a file's length in 32 bits. */
    private static final long FAT_LIMIT = 0xffff_ffffL;
    private static final Set<String> FAT = Set.of("fat", "fat12", "fat16", "fat32", "vfat", "msdos", "fuse.fusefat");
    private static final Set<String> CAREFUL = Set.of("exfat", "fuse.exfat", "fuseblk", "fuse.ntfs-3g");

    /** The longest file that it takes. */
    public long fileLimit() {
        return FAT.contains(type()) ? FAT_LIMIT : Long.MAX_VALUE;
    }

    /** Whether a rename over another file is one step, whenever the drive is pulled out. */
    public boolean replacesAtomically() {
        return !FAT.contains(type()) && !CAREFUL.contains(type());
    }

    private String type() {
        return fileSystem.toLowerCase(Locale.ROOT);
    }

    public boolean sameDiskAs(Drive other) {
        return root.equals(other.root) || (!disk.isEmpty() && disk.equals(other.disk));
    }
}
