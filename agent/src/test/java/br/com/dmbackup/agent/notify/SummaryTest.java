package br.com.dmbackup.agent.notify;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.agent.notify.message.Event;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private final StoreUnderWatch store = new StoreUnderWatch("2026-11-23T08:00", ZoneId.of("America/Sao_Paulo"),
            VigilTest.hours(), Optional.of(LocalTime.of(17, 30)),
            List.of(StoreUnderWatch.person("dono", EnumSet.of(Event.SUMMARY))));

    @Test
    void tellsTheDayOnceAtItsTimeWithTheProofOfTheDrill() {
        store.healthyUntil("2026-11-23T12:01").drilled(true).owed("terminal", 3);
        store.until("2026-11-23T14:00").healthyUntil("2026-11-23T17:29");
        assertThat(store.letters).isEmpty();
        store.pass(Duration.ofMinutes(2));
        assertThat(store.events()).containsExactly(Event.SUMMARY);
        assertThat(store.letter().text()).contains("de 23/11/2026 08:00 a 23/11/2026 17:30", "Backups feitos: 9",
                "sem backup: 13:00", "terminal: faltam 3 cópias",
                "aprovado; o banco voltou, com 42 tabelas e 123.456 linhas", "50 GB", "Problemas neste momento");
        store.healthyUntil("2026-11-24T17:29");
        assertThat(store.letters).hasSize(1);
    }

    @Test
    void isSentAtTheFirstChanceWhereTheMachineWasOff() {
        store.healthyUntil("2026-11-23T17:00").goodbye().deadUntil(store.at("2026-11-24T08:10"))
                .pass(Duration.ofMinutes(1));
        assertThat(store.events()).containsExactly(Event.SUMMARY);
        assertThat(store.letter().text()).contains("Nenhuma hora com a loja aberta ficou sem backup",
                "Ainda não houve teste");
        store.healthyUntil("2026-11-24T17:31");
        assertThat(store.events()).containsExactly(Event.SUMMARY, Event.SUMMARY);
    }
}
