package br.com.dmbackup.terminal.vault.protection;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is protected among things of one kind, in minutes of running time. What was replaced stays for
 * {@link #ASIDE}; the first sound one of each day stays until {@link #DAILIES} further days are over; and none goes
 * before so many newer sound ones are here.
 *
 * <p>The first of a day, not its last: no later one can take its place, whatever comes and however much of it.
 */
public final class Protection<T extends Comparable<T>> {
    /** 24 hours of running time. */
    public static final long DAY = 24 * 60L;
    /** 48 hours of running time. */
    public static final long ASIDE = 2 * DAY;
    /** So many days after its own a day's copy stays. */
    public static final int DAILIES = 14;
    /** So many newer archives must be here. */
    public static final int NEWER_ARCHIVES = 24;

    private final Collection<Aged<T>> all;
    private final long now;
    private final int newerNeeded;
    private final Set<T> dailies;

    /**
     * @param all everything of this kind that is here, whether it stands in its place or was replaced
     * @param now minutes of running time
     * @param newerNeeded how many newer sound ones must be here before one goes
     */
    public Protection(Collection<Aged<T>> all, long now, int newerNeeded) {
        this.all = all;
        this.now = now;
        this.newerNeeded = newerNeeded;
        this.dailies = dailies();
    }

    private Set<T> dailies() {
        Map<Long, Aged<T>> first = new HashMap<>();
        Comparator<Aged<T>> order = Comparator.<Aged<T>>comparingLong(Aged::acceptedAt).thenComparing(Aged::thing);
        for (Aged<T> aged : all) {
            if (aged.sound()) {
                first.merge(aged.day(), aged, (one, other) -> order.compare(one, other) <= 0 ? one : other);
            }
        }
        Set<T> things = new HashSet<>();
        first.values().forEach(aged -> things.add(aged.thing()));
        return things;
    }

    /** Whether it is the copy of its day. */
    public boolean isDaily(T thing) {
        return dailies.contains(thing);
    }

    /** How many more minutes its age alone protects it; 0 when it does not. */
    public long minutesLeft(Aged<T> aged) {
        if (!aged.replaced()) {
            return 0;
        }
        // A stamp from the future is one of a life that is not remembered: it counts as new.
        long aside = Math.min(aged.replacedAt(), now) + ASIDE;
        long until = isDaily(aged.thing())
                ? Math.max(aside, (Math.min(aged.acceptedAt(), now) / DAY + 1 + DAILIES) * DAY)
                : aside;
        return Math.max(0, until - now);
    }

    /** Whether it may be let go now. */
    public boolean mayGo(Aged<T> aged) {
        return aged.replaced() && minutesLeft(aged) == 0 && newerThan(aged) >= newerNeeded;
    }

    private long newerThan(Aged<T> aged) {
        return all.stream().filter(other -> other.sound() && other.acceptedAt() > aged.acceptedAt()).count();
    }
}
