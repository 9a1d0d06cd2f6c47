package br.com.dmbackup.launcher;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Time in which this process was awake. A machine that slept for a night counts no night: on some systems the monotonic
 * clock goes on, and a child that slept too would be taken for one that hangs. Read at least as often as the launcher
 * looks; of a longer gap only the beginning counts.
 */
final class WakingTime {
    private final LongSupplier nanos;
    private final long longestGap;
    private long last;
    private long awake;

    WakingTime(LongSupplier nanos, Duration look) {
        this.nanos = nanos;
        this.longestGap = look.multipliedBy(2).toNanos();
        this.last = nanos.getAsLong();
    }

    Duration now() {
        long read = nanos.getAsLong();
        awake += Math.clamp(read - last, 0, longestGap);
        last = read;
        return Duration.ofNanos(awake);
    }
}
