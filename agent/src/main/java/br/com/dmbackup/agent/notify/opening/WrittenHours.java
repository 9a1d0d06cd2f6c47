package br.com.dmbackup.agent.notify.opening;

import br.com.dmbackup.core.settings.SettingsSection;
import br.com.dmbackup.silence.WeeklyHours.Span;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hours of one day as a person writes them: {@code 08:00-12:00 13:30-18:00}, commas allowed, 24:00 for midnight. */
final class WrittenHours {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*[-–]\\s*(\\d{1,2}):(\\d{2})");
    private static final Pattern SPANS = Pattern.compile(SPAN + "(?:\\s*[,;]\\s*|\\s+|$)");
    private static final String END_OF_DAY = "24";

    private WrittenHours() {}

    static List<Span> read(SettingsSection table, String key, String text) {
        List<Span> spans = new ArrayList<>();
        Matcher found = SPANS.matcher(text.strip());
        while (found.lookingAt()) {
            Optional<Span> span = span(table, key, found);
            span.filter(next -> crosses(spans, next))
                    .ifPresent(next -> table.problem(key, "settings.opening.overlap", written(next)));
            span.ifPresent(spans::add);
            found.region(found.end(), text.strip().length());
        }
        if (found.regionStart() < found.regionEnd()) {
            table.problem(key, "settings.opening.span", text.strip().substring(found.regionStart()));
        }
        return spans;
    }

    private static Optional<Span> span(SettingsSection table, String key, Matcher found) {
        try {
            LocalTime from = LocalTime.of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
            boolean endOfDay = found.group(3).equals(END_OF_DAY) && found.group(4).equals("00");
            LocalTime to = endOfDay
                    ? LocalTime.MIDNIGHT
                    : LocalTime.of(Integer.parseInt(found.group(3)), Integer.parseInt(found.group(4)));
            return Optional.of(new Span(from, to));
        } catch (DateTimeException noTime) {
            table.problem(key, "settings.opening.span", found.group().strip());
        } catch (IllegalArgumentException order) {
            table.problem(key, "settings.opening.order", found.group().strip());
        }
        return Optional.empty();
    }

    private static boolean crosses(List<Span> spans, Span next) {
        return spans.stream().anyMatch(other -> begins(next) < ends(other) && begins(other) < ends(next));
    }

    private static int begins(Span span) {
        return span.from().toSecondOfDay();
    }

    private static int ends(Span span) {
        return span.to().equals(LocalTime.MIDNIGHT) ? LocalTime.MAX.toSecondOfDay() : span.to().toSecondOfDay();
    }

    private static String written(Span span) {
        return span.from() + "-" + (span.to().equals(LocalTime.MIDNIGHT) ? "24:00" : span.to());
    }
}
