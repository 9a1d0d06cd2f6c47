package br.com.dmbackup.desktop.look;

import br.com.dmbackup.protocol.ByteSize;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.StatusText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The words of the windows in one language: their own, {@code desktop_<tag>.properties}, and those that all programs
 * share. A key begins with its room ({@code manual.title}). In the words of controls {@code &} stands before the letter
 * that chooses them together with Alt, {@code &&} for the sign itself. Immutable.
 */
public final class Texts {
    public static final String BUNDLE = "br.com.dmbackup.desktop.desktop";
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Messages own;
    private final Messages words;

    private Texts(Messages own, Messages words) {
        this.own = own;
        this.words = words;
    }

    public static Texts in(Language language) {
        return new Texts(Messages.in(language, BUNDLE), Messages.in(language));
    }

    /** @throws java.util.MissingResourceException when no file holds the key */
    public String text(String key, Object... arguments) {
        return own.text(key, arguments);
    }

    public boolean has(String key) {
        return own.has(key);
    }

    /** The words that all programs share: faults, notices, status texts. */
    public Messages words() {
        return words;
    }

    public String status(StatusText status) {
        return words.status(status);
    }

    public Language language() {
        return words.language();
    }

    public Locale locale() {
        return words.locale();
    }

    public String size(long bytes) {
        return ByteSize.text(bytes, locale());
    }

    /** Such as {@code hoje às 09:30}, {@code ontem às 22:05}, {@code 29/06/2022 às 09:30}. */
    public String moment(Instant at, Instant now, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        String hour = HOUR.format(at.atZone(zone));
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (day.equals(today)) {
            return text("moment.today", hour);
        }
        return day.equals(today.minusDays(1)) ? text("moment.yesterday", hour) : text("moment.day", date(day), hour);
    }

    /** Such as {@code 29/06/2022}. */
    public String date(LocalDate day) {
        return DateTimeFormatter.ofPattern(text("moment.date"), locale()).format(day);
    }

    /** Such as {@code 12 s}, {@code 3 min}, {@code 2 h 05 min}. */
    public String duration(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = (seconds + 59) / 60;
        return minutes < 60 ? minutes + " min" : "%d h %02d min".formatted(minutes / 60, minutes % 60);
    }
}
