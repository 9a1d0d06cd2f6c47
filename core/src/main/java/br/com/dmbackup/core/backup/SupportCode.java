package br.com.dmbackup.core.backup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A short code for a defect, made from where it happened: the same defect gives the same code in every store, and
 * nothing of a store's data is in it.
 */
public final class SupportCode {
    private static final int FRAMES = 20;

    private SupportCode() {}

    /** Such as {@code 3F9A-01C7}. */
    public static String of(Throwable thrown) {
        StringBuilder trace = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            trace.append(cause.getClass().getName()).append('\n');
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                trace.append(frames[i].getClassName()).append('#').append(frames[i].getMethodName()).append(':')
                        .append(frames[i].getLineNumber()).append('\n');
            }
        }
        String hex = HexFormat.of().formatHex(sha256(trace.toString()), 0, 4).toUpperCase(Locale.ROOT);
        return hex.substring(0, 4) + "-" + hex.substring(4);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
