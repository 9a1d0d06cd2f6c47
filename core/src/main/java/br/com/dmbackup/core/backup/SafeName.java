package br.com.dmbackup.core.backup;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The rule for names that become files or folders: the same file on FAT, NTFS and every Unix, on any machine. */
public final class SafeName {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_+-][\\p{L}\\p{N} ._+()-]{0,119}");
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4",
            "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8",
            "lpt9");

    private SafeName() {}

    /** Whether this can be the name of one file or folder, without separators. */
    public static boolean isSafe(String name) {
        if (!NAME.matcher(name).matches() || name.endsWith(".") || name.endsWith(" ")) {
            return false;
        }
        int dot = name.indexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        return !DEVICES.contains(stem.strip().toLowerCase(Locale.ROOT));
    }
}
