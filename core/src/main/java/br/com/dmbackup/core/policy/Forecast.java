package br.com.dmbackup.core.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether the room will be enough for the next {@link #DAYS} days. The archive grows by the median of its daily growth
 * so far, so that one import or one clean-up does not make it cry wolf.
 */
public final class Forecast {
    public static final int DAYS = 14;
    private static final int FEWEST_GROWTHS = 3;
    private static final long SECONDS_OF_DAY = Duration.ofDays(1).toSeconds();

    private Forecast() {}

    /** What was found. */
    public sealed interface Outlook permits Unknown, Enough, ShortIn {}

    /** There are too few days to tell. */
    public record Unknown() implements Outlook {}

    /**
     * @param growthBytesPerDay by how much one archive grows, or shrinks, in a day
     */
    public record Enough(long growthBytesPerDay) implements Outlook {}

    /**
     * @param days in how many days the room will not be enough; 0: it is not even now
     * @param growthBytesPerDay by how much one archive grows in a day
     */
    public record ShortIn(int days, long growthBytesPerDay) implements Outlook {}

    /** The length of the archive that was made at a moment. */
    public record Point(Instant at, long archiveBytes) {}

    /**
     * @param history good backups, in any order
     * @param need what is needed now
     * @param slots how many slots are kept
     * @param usableBytes what is free, and what our own files of this place already take
     */
    public static Outlook look(Collection<Point> history, SpaceNeed need, int slots, long usableBytes) {
        List<Double> growths = dailyGrowths(history);
        if (growths.size() < FEWEST_GROWTHS) {
            return need.bytesFor(slots) > usableBytes ? new ShortIn(0, 0) : new Unknown();
        }
        long growth = Math.round(median(growths));
        for (int day = 0; day <= DAYS; day++) {
            long archive = Math.max(0, need.archiveBytes() + growth * day);
            if (new SpaceNeed(archive, need.dumpFilesBytes(), need.newestIsCopy()).bytesFor(slots) > usableBytes) {
                return new ShortIn(day, growth);
            }
        }
        return new Enough(growth);
    }

    /** From the last backup of one day to that of the next day that has one, divided among the days between. */
    private static List<Double> dailyGrowths(Collection<Point> history) {
        TreeMap<Long, Point> lastOfDay = new TreeMap<>();
        history.stream().sorted(Comparator.comparing(Point::at))
                .forEach(point -> lastOfDay.put(Math.floorDiv(point.at().getEpochSecond(), SECONDS_OF_DAY), point));
        List<Double> growths = new ArrayList<>();
        for (Map.Entry<Long, Point> day : lastOfDay.entrySet()) {
            Map.Entry<Long, Point> before = lastOfDay.lowerEntry(day.getKey());
            if (before != null) {
                long grown = day.getValue().archiveBytes() - before.getValue().archiveBytes();
                growths.add(grown / (double) (day.getKey() - before.getKey()));
            }
        }
        return growths;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
