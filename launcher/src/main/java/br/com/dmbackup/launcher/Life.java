package br.com.dmbackup.launcher;

import java.time.Duration;

/** One child's life as it is judged: when it last gave a sign, and whether it has lived well for long enough. */
final class Life {
    private final Patience patience;
    private final Duration begun;
    private Duration lastSign;
    private Duration firstPulse = Duration.ZERO;
    private long pulses;

    Life(Patience patience, Duration now) {
        this.patience = patience;
        this.begun = now;
        this.lastSign = now;
    }

    /** @param counted how many pulses there were so far */
    void look(Duration now, long counted) {
        if (counted > pulses) {
            if (pulses == 0) {
                firstPulse = now;
            }
            pulses = counted;
            lastSign = now;
        }
    }

    boolean silentTooLong(Duration now) {
        return now.minus(lastSign).compareTo(patience.pulse()) > 0;
    }

    boolean good(Duration now) {
        return pulses > 0 && now.minus(firstPulse).compareTo(patience.goodLife()) >= 0;
    }

    Duration length(Duration now) {
        return now.minus(begun);
    }
}
