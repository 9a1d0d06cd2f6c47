package br.com.dmbackup.silence;

import br.com.dmbackup.silence.SilenceWatch.Change;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A store that opens and closes as stores do: not to the minute, not on Sundays, not on holidays; that is switched off in
 * good order or at the wall, or never; and that falls silent on a few days in the middle of its opening time.
 */
final class SimulatedStore {
    /** How its machine ends the day. */
    enum Evening {
        SHUT_DOWN, SWITCHED_OFF_AT_THE_WALL, LEFT_RUNNING
    }

    private static final int JITTER_MINUTES = 20;
    private static final int SIGN_EVERY = 2;

    private final Random random;
    private final ZoneId zone;
    private final ClosedDays closed;
    private final Evening evening;
    private final LocalTime opens;
    private final LocalTime closes;
    private final boolean openOnSundays;
    private final SilenceWatch watch;
    final List<String> falseAlarms = new ArrayList<>();
    final List<String> missed = new ArrayList<>();
    int silences;

    SimulatedStore(long seed, ZoneId zone, ClosedDays closed) {
        this.random = new Random(seed);
        this.zone = zone;
        this.closed = closed;
        this.evening = Evening.values()[random.nextInt(3)];
        this.opens = LocalTime.of(7 + random.nextInt(3), 15 * random.nextInt(4));
        this.closes = LocalTime.of(17 + random.nextInt(5), 15 * random.nextInt(4));
        this.openOnSundays = random.nextInt(5) == 0;
        this.watch = SilenceWatch.byHabit(new Habit(zone, closed), zone, closed, SilenceWatch.State.UNKNOWN);
    }

    void learn(LocalDate from, int days) {
        from.datesUntil(from.plusDays(days)).forEach(day -> live(day, false));
    }

    void live(LocalDate from, int days) {
        from.datesUntil(from.plusDays(days)).forEach(day -> live(day, random.nextInt(12) == 0));
    }

    private void live(LocalDate day, boolean fallsSilent) {
        if (evening == Evening.LEFT_RUNNING) {
            speak(day.atStartOfDay(), day.atTime(23, 58), fallsSilent ? silence(day) : Optional.empty());
        } else if (isOpen(day)) {
            boolean early = evening == Evening.SHUT_DOWN && random.nextInt(15) == 0;
            LocalDateTime start = day.atTime(opens).plusMinutes(jitter() - (random.nextInt(20) == 0 ? 60 : 0));
            LocalDateTime end = early ? day.atTime(opens).plusHours(3) : day.atTime(closes).plusMinutes(jitter());
            speak(start, end, fallsSilent && !early ? silence(day) : Optional.empty());
            if (evening == Evening.SHUT_DOWN && !watch.state().silent()) {
                note(watch.goodbye(end.atZone(zone).toInstant()), end);
            }
            lookThrough(end, day.plusDays(1).atStartOfDay());
        } else {
            lookThrough(day.atStartOfDay(), day.plusDays(1).atStartOfDay());
        }
    }

    private boolean isOpen(LocalDate day) {
        return !closed.contains(day) && (openOnSundays || day.getDayOfWeek() != DayOfWeek.SUNDAY);
    }

    /** Begins while the store is surely open and leaves time enough to be found on the same day. */
    private Optional<LocalDateTime> silence(LocalDate day) {
        if (!isOpen(day)) {
            return Optional.empty();
        }
        silences++;
        long span = Duration.between(opens, closes).toMinutes() - 60 - 150;
        return Optional.of(day.atTime(opens).plusMinutes(60 + random.nextInt((int) span)));
    }

    private int jitter() {
        return random.nextInt(2 * JITTER_MINUTES) - JITTER_MINUTES;
    }

    private void speak(LocalDateTime from, LocalDateTime to, Optional<LocalDateTime> silentFrom) {
        LocalDateTime end = silentFrom.orElse(to);
        for (LocalDateTime now = from; now.isBefore(end); now = now.plusMinutes(SIGN_EVERY)) {
            watch.sign(now.atZone(zone).toInstant());
            note(watch.look(now.atZone(zone).toInstant()), now);
        }
        silentFrom.ifPresent(since -> mustBeFound(since, to));
    }

    /** Within the rule's time, and a quarter of an hour of what it cannot know. */
    private void mustBeFound(LocalDateTime since, LocalDateTime until) {
        LocalDateTime latest = since.plus(SilenceWatch.PATIENCE).plusMinutes(20);
        boolean found = false;
        for (LocalDateTime now = since; !found && !now.isAfter(latest); now = now.plusMinutes(1)) {
            found = watch.look(now.atZone(zone).toInstant()).filter(Change.FELL_SILENT::equals).isPresent();
        }
        if (!found) {
            missed.add(this + " silent from " + since);
        }
        // Whatever it was is put right by the end of the day.
        watch.sign(until.atZone(zone).toInstant());
    }

    private void lookThrough(LocalDateTime from, LocalDateTime to) {
        for (LocalDateTime now = from; now.isBefore(to); now = now.plusMinutes(15)) {
            note(watch.look(now.atZone(zone).toInstant()), now);
        }
    }

    private void note(Optional<Change> change, LocalDateTime when) {
        change.filter(Change.FELL_SILENT::equals).ifPresent(alarm -> falseAlarms.add(this + " at " + when));
    }

    @Override
    public String toString() {
        return opens + "-" + closes + " " + evening + (openOnSundays ? ", Sundays too" : "");
    }
}
