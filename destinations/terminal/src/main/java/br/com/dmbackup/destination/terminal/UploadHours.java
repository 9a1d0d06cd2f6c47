package br.com.dmbackup.destination.terminal;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hours of the day in which copies may travel, such as {@code 19:00-07:30}; over midnight where the end is before the
 * begin.
 */
record UploadHours(LocalTime from, LocalTime to) {
    private static final Pattern SPAN = Pattern.compile("\\s*(\\d{1,2}:\\d{2})\\s*[-–]\\s*(\\d{1,2}:\\d{2})\\s*");

    static Optional<UploadHours> parse(String text) {
        Matcher found = SPAN.matcher(text);
        try {
            return found.matches()
                    ? Optional.of(new UploadHours(time(found.group(1)), time(found.group(2))))
                            .filter(hours -> !hours.from.equals(hours.to))
                    : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text.length() == 4 ? "0" + text : text);
    }

    boolean contain(LocalTime now) {
        boolean afterFrom = !now.isBefore(from);
        boolean beforeTo = now.isBefore(to);
        return from.isBefore(to) ? afterFrom && beforeTo : afterFrom || beforeTo;
    }

    @Override
    public String toString() {
        return from + "–" + to;
    }
}
