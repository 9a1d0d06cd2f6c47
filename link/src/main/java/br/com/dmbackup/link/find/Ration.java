package br.com.dmbackup.link.find;

import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.core.policy.MonotonicStamp;
import java.time.Duration;

/** So many a second and no more, whoever asks; what was saved up is at most one second's. One thread uses it. */
final class Ration {
    private final MonotonicSource clock;
    private final int perSecond;
    private MonotonicStamp second;
    private int left;

    Ration(int perSecond, MonotonicSource clock) {
        this.clock = clock;
        this.perSecond = perSecond;
        this.second = clock.now();
        this.left = perSecond;
    }

    boolean takeOne() {
        MonotonicStamp now = clock.now();
        if (now.since(second).map(it -> it.compareTo(Duration.ofSeconds(1)) >= 0).orElse(true)) {
            second = now;
            left = perSecond;
        }
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }
}
