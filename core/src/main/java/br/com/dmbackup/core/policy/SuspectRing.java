package br.com.dmbackup.core.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The ring beside the slots in which suspicious backups are kept: a place for each hour of the day, at each place that
 * keeps backups. So a day of them stands side by side, the next day's take the places of the last, and however often an
 * hour is tried again, it costs no other hour its place.
 */
public final class SuspectRing {
    private SuspectRing() {}

    /**
     * An archive in the ring.
     *
     * @param orderedAt the backup's place in the order of making
     */
    public record Held<T>(T archive, Instant orderedAt, long archiveBytes) {}

    /**
     * What goes when room is short: the oldest first, as few as give the room.
     *
     * @param missingBytes how much more room is needed
     * @param newestToo whether even the newest may go, at the end
     */
    public static <T> List<T> forRoom(Collection<Held<T>> ring, long missingBytes, boolean newestToo) {
        List<Held<T>> oldestFirst = ring.stream().sorted(Comparator.comparing(Held::orderedAt)).toList();
        List<T> given = new ArrayList<>();
        long missing = missingBytes;
        for (Held<T> held : oldestFirst.subList(0, Math.max(0, oldestFirst.size() - (newestToo ? 0 : 1)))) {
            if (missing <= 0) {
                break;
            }
            given.add(held.archive());
            missing -= held.archiveBytes();
        }
        return given;
    }
}
