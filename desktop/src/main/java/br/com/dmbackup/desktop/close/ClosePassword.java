package br.com.dmbackup.desktop.close;

import br.com.dmbackup.desktop.session.Preferences;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * The password that closes the tray: the day's date as {@code ddMMyyyy}, or one that this person has set in its place.
 * After every third wrong one there is a pause, which is written down, so that opening the window anew does not end it.
 * It guards against mistakes, not against somebody who can read and write this person's files.
 */
final class ClosePassword {
    /** So many characters at least. */
    static final int SHORTEST = 4;
    static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    /** For whoever began to type before midnight. */
    private static final Duration TYPING = Duration.ofMinutes(2);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("ddMMuuuu", Locale.ROOT);
    private static final String PASSWORD = "close.password";
    private static final String WRONG = "close.wrong";
    private static final String PAUSE = "close.pause_until";

    private final Preferences preferences;

    ClosePassword(Preferences preferences) {
        this.preferences = preferences;
    }

    /** What became of a try. */
    sealed interface Answer {
        record Right() implements Answer {}

        /** @param left tries before the next pause */
        record Wrong(int left) implements Answer {}

        /** Nothing was looked at, or it was the third wrong one. */
        record Pause(Instant until) implements Answer {}
    }

    /** Whether one was set in place of the date. */
    boolean own() {
        return preferences.get(PASSWORD).isPresent();
    }

    /** Takes a moment where an own password was set. */
    synchronized Answer check(char[] typed, Instant now, ZoneId zone) {
        Optional<Instant> pause = pause(now);
        if (pause.isPresent()) {
            return new Answer.Pause(pause.get());
        }
        if (right(typed, now, zone)) {
            preferences.remove(WRONG);
            preferences.remove(PAUSE);
            return new Answer.Right();
        }
        int wrong = wrong() + 1;
        preferences.set(WRONG, Integer.toString(wrong));
        if (wrong % TRIES != 0) {
            return new Answer.Wrong(TRIES - wrong % TRIES);
        }
        Duration length = FIRST_PAUSE.multipliedBy(1L << Math.min(wrong / TRIES - 1, 10));
        Instant until = now.plus(length.compareTo(LONGEST_PAUSE) < 0 ? length : LONGEST_PAUSE);
        preferences.set(PAUSE, until.toString());
        return new Answer.Pause(until);
    }

    /** Until when nothing is looked at; none while there is no pause. A clock that was set back does not prolong it. */
    Optional<Instant> pause(Instant now) {
        try {
            return preferences.get(PAUSE).map(Instant::parse)
                    .filter(until -> now.isBefore(until) && !now.plus(LONGEST_PAUSE).isBefore(until));
        } catch (DateTimeParseException damaged) {
            return Optional.empty();
        }
    }

    /** @return whether it will be known after a restart */
    boolean set(char[] password) {
        return preferences.set(PASSWORD, OwnPassword.of(password).line());
    }

    /** From now on it is the date again. */
    boolean backToDate() {
        return preferences.remove(PASSWORD);
    }

    private boolean right(char[] typed, Instant now, ZoneId zone) {
        return preferences.get(PASSWORD).map(line -> new OwnPassword(line).matches(typed)).orElseGet(
                () -> isDate(typed, now, zone) || isDate(typed, now.minus(TYPING), zone));
    }

    private static boolean isDate(char[] typed, Instant at, ZoneId zone) {
        return new String(typed).equals(DATE.format(LocalDate.ofInstant(at, zone)));
    }

    private int wrong() {
        try {
            return Math.max(0, Integer.parseInt(preferences.get(WRONG).orElse("0")));
        } catch (NumberFormatException damaged) {
            return 0;
        }
    }
}
