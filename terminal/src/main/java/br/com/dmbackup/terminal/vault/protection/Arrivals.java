package br.com.dmbackup.terminal.vault.protection;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What came from one server in the last day of running time, and whether more may come. An honest server makes one
 * backup an hour, and after an absence brings at most its 24 slots at once; a flood ends here.
 *
 * <p>Not thread-safe.
 */
public final class Arrivals {
    /** In one hour: all slots of a server that was missed for long. */
    public static final int MOST_AN_HOUR = 24;
    /** In 24 hours of running time: a terminal that runs eight hours a day, and a server that never sleeps. */
    public static final int MOST_A_DAY = 72;

    private static final long HOUR = 60;

    private final List<Arrival> arrivals = new ArrayList<>();

    /** One archive, with the minute of running time at which it came. */
    public record Arrival(long minute, long bytes) {}

    public Arrivals(List<Arrival> before) {
        arrivals.addAll(before);
    }

    /**
     * How many minutes of running time until the next may come; none when it may come now.
     *
     * @param usualBytes how long an archive of this server usually is; 0 when that is not known
     */
    public OptionalLong pause(long now, long usualBytes) {
        long wait = Math.max(waitFor(now, HOUR, MOST_AN_HOUR), waitFor(now, Protection.DAY, MOST_A_DAY));
        if (usualBytes > 0) {
            wait = Math.max(wait, waitForBytes(now, MOST_A_DAY * usualBytes));
        }
        return wait > 0 ? OptionalLong.of(wait) : OptionalLong.empty();
    }

    private long waitFor(long now, long window, int most) {
        List<Arrival> within = within(now, window);
        return within.size() < most ? 0 : within.get(within.size() - most).minute() + window - now;
    }

    /** One that is longer than usual still comes; then there is a pause. */
    private long waitForBytes(long now, long most) {
        List<Arrival> within = within(now, Protection.DAY);
        long sum = within.stream().mapToLong(Arrival::bytes).sum();
        for (Arrival oldest : within) {
            if (sum < most) {
                break;
            }
            sum -= oldest.bytes();
            if (sum < most) {
                return oldest.minute() + Protection.DAY - now;
            }
        }
        return 0;
    }

    private List<Arrival> within(long now, long window) {
        return arrivals.stream().filter(arrival -> arrival.minute() > now - window && arrival.minute() <= now).toList();
    }

    /** One came. */
    public void came(long now, long bytes) {
        arrivals.add(new Arrival(now, bytes));
        arrivals.removeIf(arrival -> arrival.minute() <= now - Protection.DAY || arrival.minute() > now);
    }

    /** What must be remembered, in the order in which it came. */
    public List<Arrival> remembered() {
        return List.copyOf(arrivals);
    }
}
