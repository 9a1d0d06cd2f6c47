package br.com.dmbackup.core.backup;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The hour of the day in which a backup is placed: the hour in which the run <em>started</em>, on the store's clock,
 * whatever the minute and whatever the day. A placement, not an identity: the next backup of the same hour replaces the
 * one that stands there.
 *
 * @param hour 0 to 23
 */
public record Slot(int hour) implements Comparable<Slot> {
    /** All places, 00 to 23. */
    public static final List<Slot> ALL = IntStream.range(0, 24).mapToObj(Slot::new).toList();

    public Slot {
        if (hour < 0 || hour > 23) {
            throw new IllegalArgumentException("hour " + hour);
        }
    }

    public static Slot of(Instant start, ZoneId zone) {
        return new Slot(start.atZone(zone).getHour());
    }

    /** {@code 09h}: the folder's name. */
    public String folderName() {
        return String.format(Locale.ROOT, "%02dh", hour);
    }

    /** The slot written as {@code 09h}, {@code 9h}, {@code 09}, {@code 9} or {@code 09:00}; none for anything else. */
    public static Optional<Slot> parse(String text) {
        var matcher = java.util.regex.Pattern.compile("(\\d{1,2})(h|:00)?").matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(matcher.group(1));
        return hour > 23 ? Optional.empty() : Optional.of(new Slot(hour));
    }

    @Override
    public int compareTo(Slot other) {
        return Integer.compare(hour, other.hour);
    }

    @Override
    public String toString() {
        return folderName();
    }
}
