package br.com.dmbackup.protocol;

import java.text.NumberFormat;
import java.util.Locale;

/** Sizes as a person reads them: in steps of 1,024 and named KB, MB, GB, as Windows shows the same file. */
public final class ByteSize {
    private static final String[] UNITS = {"bytes", "KB", "MB", "GB", "TB", "PB", "EB"};

    private ByteSize() {}

    /** Such as {@code 1,4 GB} in Portuguese; three digits at most, none lost below 1,024 bytes. */
    public static String text(long bytes, Locale locale) {
        double value = bytes;
        int unit = 0;
        while (Math.abs(value) >= 999.5 && unit < UNITS.length - 1 && (unit > 0 || Math.abs(bytes) >= 1024)) {
            value /= 1024;
            unit++;
        }
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(unit == 0 || Math.abs(value) >= 99.95 ? 0 : 1);
        return format.format(value) + " " + UNITS[unit];
    }
}
