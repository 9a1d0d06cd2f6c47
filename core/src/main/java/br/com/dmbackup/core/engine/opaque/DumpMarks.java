package br.com.dmbackup.core.engine.opaque;

import br.com.dmbackup.core.settings.SettingsSection;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What whole dumps of a program are known by.
 *
 * @param head the text that they begin with, where the settings name one
 * @param trailer the text that stands in their last {@link MarkedChannel#KEPT_BYTES} bytes, where the settings name one
 */
public record DumpMarks(Optional<String> head, Optional<String> trailer) {

    /** Reads the keys {@code head} and {@code trailer}. */
    public static DumpMarks in(SettingsSection database) {
        return new DumpMarks(database.optionalText("head"), database.optionalText("trailer"));
    }

    /** Whether a dump can begin so: with the mark or, where none is known, with anything but nothing and zeros. */
    public boolean begins(byte[] first) {
        return head.isPresent() ? !contradicted(first) : !empty(first);
    }

    /** Whether a dump that begins so lacks the mark that it should have. */
    public boolean contradicted(byte[] first) {
        return head.map(DumpMarks::bytes)
                .filter(mark -> first.length < mark.length
                        || !Arrays.equals(mark, 0, mark.length, first, 0, mark.length))
                .isPresent();
    }

    /** Whether a dump can end so. */
    public boolean ends(byte[] last) {
        return trailer.map(DumpMarks::bytes).filter(mark -> !holds(last, mark)).isEmpty();
    }

    private static byte[] bytes(String mark) {
        return mark.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean holds(byte[] bytes, byte[] mark) {
        for (int at = bytes.length - mark.length; at >= 0; at--) {
            if (Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean empty(byte[] bytes) {
        for (byte one : bytes) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }
}
