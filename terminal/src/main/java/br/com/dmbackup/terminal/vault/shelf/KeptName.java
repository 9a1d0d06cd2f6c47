package br.com.dmbackup.terminal.vault.shelf;

import br.com.dmbackup.core.backup.Slot;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of the folder in which a replaced archive stands, such as {@code 09h-0000012345-0000013790-0}: all that must
 * be known of it, so that no other file need know it.
 *
 * @param slot in which it stood
 * @param acceptedAt minute of running time
 * @param replacedAt minute of running time
 * @param number tells those of the same minutes apart
 */
public record KeptName(Slot slot, long acceptedAt, long replacedAt, int number) {
    private static final Pattern NAME = Pattern.compile("(\\d\\dh)-(\\d{10})-(\\d{10})-(\\d{1,6})");

    /** None for the name of anything else. */
    public static Optional<KeptName> parse(String name) {
        Matcher parts = NAME.matcher(name);
        return parts.matches()
                ? Slot.parse(parts.group(1)).map(slot -> new KeptName(slot, Long.parseLong(parts.group(2)),
                        Long.parseLong(parts.group(3)), Integer.parseInt(parts.group(4))))
                : Optional.empty();
    }

    /** The next name for one of the same minutes. */
    public KeptName next() {
        return new KeptName(slot, acceptedAt, replacedAt, number + 1);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s-%010d-%010d-%d", slot.folderName(), acceptedAt, replacedAt, number);
    }
}
