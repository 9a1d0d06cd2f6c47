package br.com.dmbackup.agent.notify;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a trouble must be gone before it is called mended: the longer, the more often it came back lately.
 *
 * @param recoveries how often it was mended lately
 * @param last when it was the last time
 */
record Calm(int recoveries, Instant last) {
    static final Calm NEVER = new Calm(0, Instant.EPOCH);
    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration FORGIVEN = Duration.ofHours(6);

    /** @param proven whether there is a positive sign that it is mended, and not only no sign of it */
    Duration needed(Instant now, boolean proven) {
        int times = recent(now) ? recoveries : 0;
        if (times == 0) {
            return proven ? Duration.ZERO : FIRST;
        }
        Duration needed = FIRST.multipliedBy(1L << Math.min(times, 5));
        return needed.compareTo(LONGEST) < 0 ? needed : LONGEST;
    }

    Calm mended(Instant now) {
        return new Calm(recent(now) ? recoveries + 1 : 1, now);
    }

    boolean recent(Instant now) {
        return Duration.between(last, now).compareTo(FORGIVEN) < 0;
    }
}
