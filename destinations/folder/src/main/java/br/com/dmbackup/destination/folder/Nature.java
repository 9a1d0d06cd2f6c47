package br.com.dmbackup.destination.folder;

import java.util.Locale;
import java.util.Set;

/**
 * What a file system can do, told from its type.
 *
 * @param replacesAtomically whether a rename over an existing file leaves the old or the new one at every moment
 * @param fileLimit the longest file in bytes
 */
record Nature(boolean replacesAtomically, long fileLimit) {
    /** FAT keeps a file's length in 32 bits. */
    static final long FAT_FILE_LIMIT = 0xffff_ffffL;

    private static final Set<String> FAT = Set.of("fat", "fat12", "fat16", "fat32", "vfat", "msdos", "fuse.fusefat");
    // fuseblk is exFAT or NTFS through FUSE and does not say which; the careful way is right for both.
    private static final Set<String> CAREFUL = Set.of("exfat", "fuse.exfat", "fuseblk", "fuse.ntfs-3g");

    /** Case does not count: Windows says {@code FAT32} and {@code exFAT}, Linux {@code vfat} and {@code exfat}. */
    static Nature ofType(String fileSystemType) {
        String type = fileSystemType.toLowerCase(Locale.ROOT);
        if (FAT.contains(type)) {
            return new Nature(false, FAT_FILE_LIMIT);
        }
        return new Nature(!CAREFUL.contains(type), Long.MAX_VALUE);
    }
}
