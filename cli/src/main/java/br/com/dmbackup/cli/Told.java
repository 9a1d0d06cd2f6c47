package br.com.dmbackup.cli;

import br.com.dmbackup.core.catalog.Placement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Times and names as a person of the store reads them. */
public final class Told {
    private Told() {}

    /** A moment on the store's clock, whatever zone this machine is in. */
    public static String moment(Session session, ZoneId zone, Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withLocale(session.texts().locale())
                .withZone(zone).format(moment);
    }

    /** A place: the server's own folder by its word, a destination by its name. */
    public static String place(Session session, String place) {
        return place.equals(Placement.LOCAL) ? session.words().text("place.local") : place;
    }

    /** A length of time in its largest useful units: {@code 0,8 s}, {@code 2 min 05 s}. */
    public static String duration(Session session, Duration duration) {
        Locale locale = session.texts().locale();
        if (duration.toSeconds() < 60) {
            return String.format(locale, "%.1f s", duration.toMillis() / 1000.0);
        }
        return String.format(locale, "%d min %02d s", duration.toMinutes(), duration.toSecondsPart());
    }
}
