package br.com.dmbackup.agent.loop;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.policy.MonotonicStamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuietTest {
    private int minute;

    @Test
    void isSoAfterThreeQuietMinutesInARow() {
        assertThat(told(0.1, 0.2, 0.9, 0.1, 0.3, 0.2, 0.1, 0.4)).containsExactly(false, false, false, false, false,
                false, true, false);
    }

    @Test
    void isNeverWhereNobodyCanTell() {
        assertThat(told(-1, -1, -1, -1, -1)).doesNotContain(true);
    }

    private List<Boolean> told(double... loads) {
        List<Double> all = new ArrayList<>();
        for (double load : loads) {
            all.add(load);
        }
        Iterator<Double> load = all.iterator();
        Quiet quiet = new Quiet(load::next,
                () -> new MonotonicStamp("boot", Duration.ofMinutes(minute++).toNanos()));
        List<Boolean> told = new ArrayList<>();
        while (load.hasNext()) {
            told.add(quiet.now());
        }
        return told;
    }
}
