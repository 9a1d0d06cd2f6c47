package br.com.dmbackup.agent.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Four weeks to learn, then thirty days with holidays in them: nobody is woken for nothing, nobody is overheard. */
class ManyStoresTest {
    private static final int STORES = 400;
    private static final List<ZoneId> ZONES = List.of(ZoneId.of("America/Sao_Paulo"), ZoneId.of("America/Manaus"),
            ZoneId.of("America/Rio_Branco"), ZoneId.of("America/Noronha"));
    private final List<String> falseAlarms = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();
    private int failures;
    private int silences;
    private int deaths;
    private int crashes;

    @Test
    void noFalseAlarmAndEveryFailureAndSilenceToldInTime() {
        LocalDate begin = LocalDate.of(2026, 10, 1);
        for (int i = 0; i < STORES; i++) {
            SimulatedStore store = new SimulatedStore(i, ZONES.get(i % ZONES.size()), begin);
            store.learn(begin, 28);
            store.live(begin.plusDays(28), 30);
            falseAlarms.addAll(store.falseAlarms);
            missed.addAll(store.missed);
            failures += store.failures;
            silences += store.silences;
            deaths += store.deaths;
            crashes += store.crashes;
        }
        assertThat(List.of(failures, silences, deaths, crashes)).allMatch(count -> count > 200);
        assertThat(falseAlarms).isEmpty();
        assertThat(missed).isEmpty();
    }
}
