package br.com.dmbackup.agent.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuietTest {
    @Test
    void isSoAfterThreeQuietMinutesInARow() {
        Iterator<Double> load = List.of(0.1, 0.2, 0.9, 0.1, 0.3, 0.2, 0.1, 0.4).iterator();
        Quiet quiet = new Quiet(load::next);
        List<Boolean> told = new ArrayList<>();
        while (load.hasNext()) {
            told.add(quiet.now());
        }
        assertThat(told).containsExactly(false, false, false, false, false, true, true, false);
    }
}
