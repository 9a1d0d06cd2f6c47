package br.com.dmbackup.agent.notify;

import br.com.dmbackup.agent.notify.message.Event;
import br.com.dmbackup.agent.notify.message.Letter;
import br.com.dmbackup.agent.notify.opening.OpeningSettings;
import br.com.dmbackup.protocol.AgentTopic;
import br.com.dmbackup.silence.BrazilianHolidays;
import br.com.dmbackup.silence.ClosedDays;
import br.com.dmbackup.silence.SilenceWatch;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A store that opens and closes as stores do: not to the minute, not on Sundays, not on holidays; whose machine is
 * switched off in good order or at the wall, or never, or sleeps over lunch; which learns its hours; and to which now and
 * then something happens.
 */
final class SimulatedStore {
    /** How its machine ends the day. */
    private enum Evening {
        SHUT_DOWN, SWITCHED_OFF_AT_THE_WALL, LEFT_RUNNING
    }

    /** What happens in the middle of the opening time. */
    private enum Incident {
        NONE, HICCUP, FAILURE, HANGS, DIES, CRASHES
    }

    private static final ClosedDays CLOSED = new BrazilianHolidays();
    private static final Duration LEARNING = Duration.ofMinutes(15);
    private static final Duration LOOK = Duration.ofMinutes(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int JITTER_MINUTES = 20;

    private final Random random;
    private final Evening evening;
    private final LocalTime opens;
    private final LocalTime closes;
    private final boolean openOnSundays;
    private final boolean sleepsOverLunch;
    private final StoreUnderWatch store;
    private long lastHour;
    private boolean backsUp = true;
    final List<String> falseAlarms = new ArrayList<>();
    final List<String> missed = new ArrayList<>();
    int failures;
    int silences;
    int deaths;
    int crashes;

    SimulatedStore(long seed, ZoneId zone, LocalDate begin) {
        this.random = new Random(seed);
        this.evening = Evening.values()[random.nextInt(3)];
        this.opens = LocalTime.of(7 + random.nextInt(3), 15 * random.nextInt(4));
        this.closes = LocalTime.of(17 + random.nextInt(5), 15 * random.nextInt(4));
        this.openOnSundays = random.nextInt(5) == 0;
        this.sleepsOverLunch = evening != Evening.LEFT_RUNNING && random.nextInt(4) == 0;
        this.store = new StoreUnderWatch(begin.atTime(1, 0).toString(), zone, OpeningSettings.LEARNED, "dono");
        store.facts();
    }

    void learn(LocalDate from, int days) {
        from.datesUntil(from.plusDays(days)).forEach(day -> live(day, Incident.NONE, LEARNING));
    }

    void live(LocalDate from, int days) {
        from.datesUntil(from.plusDays(days)).forEach(day -> live(day, incident(day), LOOK));
    }

    private Incident incident(LocalDate day) {
        boolean something = isOpen(day) && random.nextInt(8) == 0;
        return something ? Incident.values()[1 + random.nextInt(5)] : Incident.NONE;
    }

    private boolean isOpen(LocalDate day) {
        return !CLOSED.contains(day) && (openOnSundays || day.getDayOfWeek() != DayOfWeek.SUNDAY);
    }

    private int jitter() {
        return random.nextInt(2 * JITTER_MINUTES) - JITTER_MINUTES;
    }

    private void live(LocalDate day, Incident incident, Duration step) {
        boolean open = isOpen(day);
        if (!open && evening != Evening.LEFT_RUNNING) {
            return;
        }
        boolean early = evening == Evening.SHUT_DOWN && incident == Incident.NONE && random.nextInt(15) == 0;
        LocalDateTime start = day.atTime(opens).plusMinutes(jitter() - (random.nextInt(20) == 0 ? 60 : 0));
        LocalDateTime end = early ? day.atTime(opens).plusHours(3) : day.atTime(closes).plusMinutes(jitter());
        if (evening == Evening.LEFT_RUNNING) {
            start = day.atTime(0, 5);
            end = day.plusDays(1).atStartOfDay();
        } else {
            store.deadUntil(at(start));
        }
        if (incident != Incident.NONE) {
            runUntil(whenSomethingHappens(day), step);
            happens(incident);
        }
        if (sleepsOverLunch && incident == Incident.NONE && !early && open) {
            runUntil(day.atTime(12, 5), step);
            store.jump(at(day.atTime(13, 20)));
        }
        runUntil(end, step);
        if (evening == Evening.SHUT_DOWN) {
            store.goodbye();
        }
    }

    /** The store is surely open, and stays so long enough for it to be found on the same day. */
    private LocalDateTime whenSomethingHappens(LocalDate day) {
        // Lunch is no opening time where the machine uses to sleep then.
        LocalTime earliest = sleepsOverLunch ? LocalTime.of(13, 40) : opens.plusMinutes(75);
        int span = (int) Duration.between(earliest, closes).toMinutes() - 200;
        return day.atTime(earliest).plusMinutes(random.nextInt(Math.max(1, span)));
    }

    private Instant at(LocalDateTime local) {
        return local.atZone(store.zone).toInstant();
    }

    private void runUntil(LocalDateTime end, Duration step) {
        int told = store.letters.size();
        runUntil(at(end), step);
        store.letters.subList(told, store.letters.size())
                .forEach(letter -> falseAlarms
                        .add(this + ": " + letter.message().event() + " " + letter.message().at()));
    }

    private void runUntil(Instant end, Duration step) {
        while (store.now().isBefore(end)) {
            backUpWhenDue();
            Instant next = store.now().plus(step);
            store.until(next.isAfter(end) ? end : next, step);
        }
    }

    private void backUpWhenDue() {
        long hour = store.now().getEpochSecond() / 3600;
        if (backsUp && hour != lastHour) {
            lastHour = hour;
            store.backup();
        }
    }

    private void happens(Incident incident) {
        Instant then = store.now();
        switch (incident) {
            case NONE -> {
            }
            case HICCUP -> {
                store.failing().pass(MINUTE).pass(MINUTE);
                store.backup();
            }
            case FAILURE -> {
                failures++;
                backsUp = false;
                store.failing();
                mustBeFound(Event.FAILURE, Duration.ofMinutes(5), then);
                store.pass(Duration.ofMinutes(100));
                put(then);
            }
            case HANGS -> {
                silences++;
                backsUp = false;
                // The silence is counted from the last backup, which was up to an hour ago.
                mustBeFound(Event.SILENCE, SilenceWatch.PATIENCE.plusMinutes(20), then);
                put(then);
            }
            case DIES -> {
                deaths++;
                store.deadUntil(then.plus(Duration.ofMinutes(110)));
                mustBeFound(Event.AWAY, MINUTE, store.now());
            }
            case CRASHES -> {
                crashes++;
                backsUp = false;
                Instant latest = then.plus(SilenceWatch.PATIENCE.plusMinutes(20));
                while (store.letters.isEmpty() && store.now().isBefore(latest)) {
                    store.pass(Duration.ofMinutes(5)).deadUntil(store.now().plusSeconds(40));
                }
                mustBeFound(Event.SILENCE, Duration.ZERO, then);
                put(then);
            }
        }
    }

    private void mustBeFound(Event wanted, Duration within, Instant from) {
        int told = 0;
        Instant latest = from.plus(within);
        while (store.letters.size() == told && store.now().isBefore(latest)) {
            store.pass(MINUTE);
        }
        List<Letter> found = store.letters.subList(told, store.letters.size());
        if (found.size() != 1 || found.getFirst().message().event() != wanted) {
            missed.add(this + ": " + wanted + " from " + from + ", found " + store.events());
        }
        store.letters.clear();
    }

    /** Right again, which is told once. */
    private void put(Instant from) {
        backsUp = true;
        store.mended(AgentTopic.BACKUP).backup().pass(MINUTE);
        if (!store.events().equals(List.of(Event.RECOVERY))) {
            missed.add(this + ": recovery from " + from + ", found " + store.events());
        }
        store.letters.clear();
    }

    @Override
    public String toString() {
        return opens + "-" + closes + " " + evening + (openOnSundays ? ", Sundays too" : "")
                + (sleepsOverLunch ? ", sleeps over lunch" : "");
    }
}
