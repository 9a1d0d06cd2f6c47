package br.com.dmbackup.desktop.wording;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.zip.CRC32;

/** A short code for a defect, made from where it happened: nothing of the store is in it. */
final class SupportCode {
    private static final int FRAMES = 20;

    private SupportCode() {}

    /** Such as {@code 3F9A-01C7}. */
    static String of(Throwable thrown) {
        CRC32 sum = new CRC32();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            sum.update(cause.getClass().getName().getBytes(UTF_8));
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                sum.update(frames[i].toString().getBytes(UTF_8));
            }
        }
        String hex = "%08x".formatted(sum.getValue()).toUpperCase(Locale.ROOT);
        return hex.substring(0, 4) + "-" + hex.substring(4);
    }
}
