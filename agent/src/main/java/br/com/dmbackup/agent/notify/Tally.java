package br.com.dmbackup.agent.notify;

import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.LastBackup;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What happened since the last summary. */
final class Tally {
    /** An hour in which the store was open for less is not expected to have a backup. */
    private static final long OPEN_HOUR_MINUTES = 45;
    /** Some weeks of holidays. */
    private static final int MOST_HOURS = 24 * 40;

    private Instant from;
    private int backups;
    private final NavigableMap<String, Long> openSeconds = new TreeMap<>();
    private final Set<String> backedUp = new TreeSet<>();

    /**
     * What is kept between two lives of the agent.
     *
     * @param from when the last summary was sent
     * @param backups made since
     * @param openSeconds opening time of each hour, such as {@code 2026-11-23T09:00}
     * @param backedUp hours in which a backup was begun
     */
    record Remembered(Instant from, int backups, Map<String, Long> openSeconds, Collection<String> backedUp) {}

    /** @param before none when there never was one: then it begins now */
    Tally(Optional<Remembered> before, Instant now) {
        this.from = before.map(Remembered::from).orElse(now);
        before.ifPresent(known -> {
            backups = known.backups();
            openSeconds.putAll(known.openSeconds());
            backedUp.addAll(known.backedUp());
        });
    }

    Remembered state() {
        return new Remembered(from, backups, Map.copyOf(openSeconds), List.copyOf(backedUp));
    }

    void open(Duration length, Instant now, ZoneId zone) {
        if (length.isPositive()) {
            openSeconds.merge(hour(now, zone), length.toSeconds(), Long::sum);
            while (openSeconds.size() > MOST_HOURS) {
                openSeconds.pollFirstEntry();
            }
        }
    }

    void backup(AgentStatus status, ZoneId zone) {
        backups++;
        status.lastBackup().map(LastBackup::startedAt).ifPresent(start -> backedUp.add(hour(start, zone)));
    }

    int backups() {
        return backups;
    }

    Instant from() {
        return from;
    }

    /** Hours with the store open and this machine on, that are over and had no backup. */
    List<LocalTime> missedHours(Instant now, ZoneId zone) {
        String current = hour(now, zone);
        return openSeconds.entrySet().stream().filter(hour -> hour.getValue() >= OPEN_HOUR_MINUTES * 60)
                .map(Map.Entry::getKey).filter(hour -> !hour.equals(current) && !backedUp.contains(hour))
                .map(hour -> LocalDateTime.parse(hour).toLocalTime()).toList();
    }

    /** Whether a summary that is sent daily at that time is due. Where the clock was set back it waits a day. */
    boolean due(LocalTime at, Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        ZonedDateTime today = local.toLocalDate().atTime(at).atZone(zone);
        ZonedDateTime latest = today.isAfter(local) ? today.minusDays(1) : today;
        if (from.isAfter(now.plus(1, ChronoUnit.DAYS))) {
            from = now;
        }
        return from.isBefore(latest.toInstant());
    }

    void begin(Instant now) {
        from = now;
        backups = 0;
        openSeconds.clear();
        backedUp.clear();
    }

    private static String hour(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.HOURS).toString();
    }
}
