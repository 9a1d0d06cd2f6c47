package br.com.dmbackup.agent.notify;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.agent.notify.message.Event;
import br.com.dmbackup.agent.notify.opening.OpeningSettings;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.AgentTopic;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.StatusText;
import br.com.dmbackup.silence.WeeklyHours;
import br.com.dmbackup.silence.WeeklyHours.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Monday, 23 November 2026, in a store that is open from eight to six on working days. */
class VigilTest {
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private final StoreUnderWatch store = new StoreUnderWatch("2026-11-23T08:00", ZONE, hours(), "dono");

    static OpeningSettings hours() {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(new Span(LocalTime.of(8, 0), LocalTime.of(18, 0))));
        }
        week.remove(DayOfWeek.SUNDAY);
        return new OpeningSettings(Optional.of(new WeeklyHours(week)), Set.of(), true);
    }

    @Test
    void saysNothingOfAStoreThatIsWell() {
        store.healthyUntil("2026-11-23T18:00");
        assertThat(store.letters).isEmpty();
    }

    @Test
    void tellsAFailureWithinFiveMinutesAndItsEndOnce() {
        store.healthyUntil("2026-11-23T09:30").failing().pass(Duration.ofMinutes(4));
        assertThat(store.events()).containsExactly(Event.FAILURE);
        assertThat(store.letter().text()).contains("Farmácia Central", "SERVIDOR", "DM-230", "Desde: 23/11/2026",
                "O que fazer:", "Último backup bom: 23/11/2026 09:00");
        store.pass(Duration.ofHours(3));
        assertThat(store.events()).hasSize(1);
        store.backup().pass(MINUTE);
        assertThat(store.events()).containsExactly(Event.FAILURE, Event.RECOVERY);
        assertThat(store.letter().text()).contains("durou 3 h ");
        store.healthyUntil("2026-11-23T18:00");
        assertThat(store.letters).hasSize(2);
    }

    @Test
    void keepsAHiccupToItself() {
        store.healthyUntil("2026-11-23T09:30").failing().pass(Duration.ofMinutes(2)).backup()
                .healthyUntil("2026-11-23T12:00");
        assertThat(store.letters).isEmpty();
    }

    @Test
    void tellsAtOnceWhatDoesNotMendItself() {
        store.healthyUntil("2026-11-23T09:30")
                .failing(AgentTopic.BACKUP, BackupFault.of(FaultCode.BACKUP_SUSPICIOUS, "x", "y")).look();
        assertThat(store.events()).containsExactly(Event.FAILURE);
        store.failing(AgentTopic.SETTINGS, BackupFault.of(FaultCode.SETTINGS_INVALID, "dmbackup.toml", 1)
                .withDetails(List.of("linha 3, coluna 8, store.cnpj: \"11.222.333/0001-82\" não é um CNPJ"))).look();
        assertThat(store.events()).containsExactly(Event.FAILURE, Event.FAILURE);
        assertThat(store.letter().text()).contains("linha 3, coluna 8").doesNotContain("11.222.333", "DM-502");
    }

    @Test
    void tellsTogetherWhatIsWrongTogetherAndWhatJoinsAlone() {
        store.healthyUntil("2026-11-23T09:30").failing();
        store.failing(AgentTopic.DATABASE, BackupFault.of(FaultCode.SERVICE_STOPPED, "MSSQL", "STOPPED"))
                .pass(Duration.ofMinutes(10));
        assertThat(store.letters).hasSize(1);
        assertThat(store.letter().message().topics()).containsExactlyInAnyOrder(AgentTopic.BACKUP,
                AgentTopic.DATABASE);
        store.failing(AgentTopic.PROGRAM, BackupFault.of(FaultCode.INTERNAL, "ABCD")).pass(Duration.ofMinutes(10));
        assertThat(store.letters).hasSize(2);
        assertThat(store.letter().message().topics()).containsExactly(AgentTopic.PROGRAM);
        store.mended(AgentTopic.DATABASE).mended(AgentTopic.PROGRAM).pass(Duration.ofMinutes(30));
        assertThat(store.letters).as("one is still wrong").hasSize(2);
        store.backup().pass(MINUTE);
        assertThat(store.events()).endsWith(Event.RECOVERY);
        assertThat(store.letter().message().topics()).hasSize(3);
    }

    @Test
    void tellsAnotherCauseOfTheSameFailureOnce() {
        store.healthyUntil("2026-11-23T09:30").failing().pass(Duration.ofMinutes(5));
        BackupFault full = BackupFault.of(FaultCode.SERVER_DISK_FULL, "SERVIDOR", "disco cheio");
        for (int i = 0; i < 5; i++) {
            store.failing(AgentTopic.BACKUP, full).pass(Duration.ofMinutes(5)).failing().pass(Duration.ofMinutes(5));
        }
        assertThat(store.events()).containsExactly(Event.FAILURE, Event.FAILURE);
    }

    @Test
    void dampsWhatComesAndGoes() {
        store.healthyUntil("2026-11-23T08:30");
        for (int i = 0; i < 40; i++) {
            store.failing().pass(Duration.ofMinutes(5)).backup().pass(Duration.ofMinutes(5));
        }
        assertThat(store.letters).as("forty failures in seven hours").hasSizeLessThan(14);
        store.healthyUntil("2026-11-23T18:00");
        assertThat(store.events()).endsWith(Event.RECOVERY);
    }

    @Test
    void neitherRepeatsNorForgetsAfterARestart() {
        store.healthyUntil("2026-11-23T09:30").failing().pass(Duration.ofMinutes(5));
        store.deadUntil(store.now().plus(MINUTE)).pass(Duration.ofMinutes(20));
        assertThat(store.events()).as("no trouble is seen before the first run: that is no recovery")
                .containsExactly(Event.FAILURE);
        store.failing().pass(Duration.ofMinutes(20));
        assertThat(store.events()).containsExactly(Event.FAILURE);
        store.deadUntil(store.now().plus(MINUTE)).backup().pass(MINUTE);
        assertThat(store.events()).containsExactly(Event.FAILURE, Event.RECOVERY);
    }

    @Test
    void tellsSilenceAfterSeventyFiveMinutesOfOpeningTimeThoughNothingFailed() {
        store.healthyUntil("2026-11-23T10:01").pass(Duration.ofMinutes(73));
        assertThat(store.letters).isEmpty();
        store.pass(Duration.ofMinutes(3));
        assertThat(store.events()).containsExactly(Event.SILENCE);
        assertThat(store.letter().text()).contains("DM-750", "23/11/2026 10:00", "75 minutos");
        assertThat(store.live().topics()).containsExactly(AgentTopic.SILENCE);
        store.pass(Duration.ofHours(2)).backup().pass(MINUTE);
        assertThat(store.events()).containsExactly(Event.SILENCE, Event.RECOVERY);
        assertThat(store.live().topics()).isEmpty();
    }

    @Test
    void doesNotTellSilenceBesidesAFailureThatIsKnown() {
        store.healthyUntil("2026-11-23T10:30").failing().pass(Duration.ofHours(5)).backup().pass(MINUTE);
        assertThat(store.events()).containsExactly(Event.FAILURE, Event.RECOVERY);
    }

    @Test
    void tellsOfAStoreThatNeverHadABackup() {
        store.facts();
        store.pass(Duration.ofMinutes(77));
        assertThat(store.letter().text()).contains("DM-751");
    }

    @Test
    void waitsForALongBackupThatGetsOnAndNotForOneThatHangs() {
        store.healthyUntil("2026-11-23T10:01");
        store.live().status(StatusText.DUMPING_AND_ARCHIVING);
        for (int i = 1; i < 120; i++) {
            store.live().advanced(i, 1000);
            store.pass(MINUTE);
        }
        assertThat(store.letters).isEmpty();
        store.pass(Duration.ofMinutes(11));
        assertThat(store.events()).containsExactly(Event.SILENCE);
    }

    @Test
    void expectsNothingOnASundayAHolidayAtNightOrInSleep() {
        store.healthyUntil("2026-11-24T18:01").until("2026-11-25T09:14");
        assertThat(store.letters).as("Tuesday 18:00 to Wednesday 09:14").isEmpty();
        store.backup().healthyUntil("2026-11-28T18:01").until("2026-11-30T09:10");
        assertThat(store.letters).as("Sunday").isEmpty();
        store.backup().healthyUntil("2026-12-24T18:01").until("2026-12-26T09:10");
        assertThat(store.letters).as("Christmas").isEmpty();
        store.backup().healthyUntil("2026-12-28T12:01").jump(store.at("2026-12-28T14:30")).pass(Duration.ofMinutes(20));
        assertThat(store.letters).as("asleep at lunch").isEmpty();
    }

    @Test
    void isNotConfusedByAClockThatIsSetWrongAndRight() {
        store.healthyUntil("2026-11-23T10:30").jump(store.at("2030-01-02T10:30")).pass(Duration.ofMinutes(20));
        store.jump(store.at("2015-01-01T00:00")).pass(Duration.ofMinutes(20));
        store.jump(store.at("2026-11-23T11:00")).pass(MINUTE);
        assertThat(store.letters).isEmpty();
        store.pass(Duration.ofMinutes(50));
        assertThat(store.events()).as("30 minutes before, 45 after").containsExactly(Event.SILENCE);
        store.backup().pass(MINUTE).failing().pass(Duration.ofMinutes(4));
        assertThat(store.events()).containsExactly(Event.SILENCE, Event.RECOVERY, Event.FAILURE);
    }

    @Test
    void tellsOnceThatItWasDeadInOpeningTimeAndWhen() {
        store.healthyUntil("2026-11-23T10:31").deadUntil(store.at("2026-11-23T14:00")).pass(MINUTE);
        assertThat(store.events()).containsExactly(Event.AWAY);
        assertThat(store.letter().text()).contains("DM-752", "de 23/11/2026 10:31 a 23/11/2026 14:01");
        store.backup().deadUntil(store.at("2026-11-23T14:10")).healthyUntil("2026-11-23T18:00");
        assertThat(store.letters).hasSize(1);
    }

    @Test
    void doesNotTellThatItWasAwayWhenItSaidGoodbyeOrNobodyWasThere() {
        store.healthyUntil("2026-11-23T10:31").goodbye().deadUntil(store.at("2026-11-23T14:00"))
                .healthyUntil("2026-11-23T18:05").deadUntil(store.at("2026-11-24T08:10"))
                .healthyUntil("2026-11-24T12:00").deadUntil(store.at("2026-11-24T12:40")).backup()
                .healthyUntil("2026-11-24T18:00");
        assertThat(store.letters).isEmpty();
    }

    @Test
    void tellsThatSomebodyHadClosedItWhileTheMachineWasOn() {
        store.healthyUntil("2026-11-23T09:01").closed(Duration.ZERO).deadUntil(store.at("2026-11-23T14:00"))
                .pass(MINUTE);
        assertThat(store.events()).containsExactly(Event.AWAY);
        assertThat(store.letter().text()).contains("DM-753", "ficou fechado de 23/11/2026 09:01 a 23/11/2026 14:01");
    }

    @Test
    void saysNothingOfAnUpdateNorOfAMachineThatSleptWhileItWasClosed() {
        store.healthyUntil("2026-11-23T09:01").closed(Duration.ZERO).deadUntil(store.at("2026-11-23T09:05"))
                .healthyUntil("2026-11-23T17:50").closed(Duration.ofHours(16)).deadUntil(store.at("2026-11-24T10:00"))
                .healthyUntil("2026-11-24T18:00");
        assertThat(store.letters).isEmpty();
    }

    @Test
    void livesTooShortToKeepTheirSilenceAddUp() {
        store.healthyUntil("2026-11-23T10:01");
        for (int i = 0; i < 13; i++) {
            store.pass(Duration.ofMinutes(5)).deadUntil(store.now().plus(Duration.ofSeconds(30)));
        }
        assertThat(store.letters).as("71 minutes").isEmpty();
        store.pass(Duration.ofMinutes(5));
        assertThat(store.events()).containsExactly(Event.SILENCE);
    }

    @Test
    void runsThatComeToNothingDoNotPutOffTheSilence() {
        store.healthyUntil("2026-11-23T10:01");
        for (int i = 0; i < 15; i++) {
            store.live().status(StatusText.DUMPING_AND_ARCHIVING);
            store.live().advanced(1, 1000);
            store.pass(Duration.ofMinutes(5)).deadUntil(store.now().plus(Duration.ofSeconds(30)));
        }
        assertThat(store.events()).containsExactly(Event.SILENCE);
    }

    @Test
    void doesNotAddUpAnEveningAndAMorning() {
        store.healthyUntil("2026-11-23T17:20").deadUntil(store.at("2026-11-24T08:50"))
                .healthyUntil("2026-11-24T12:00");
        assertThat(store.letters).isEmpty();
        store.deadUntil(store.at("2026-11-25T12:00")).pass(MINUTE);
        assertThat(store.events()).containsExactly(Event.AWAY);
    }

    @Test
    void aMachineThatDiesAgainAndAgainIsSilentToo() {
        store.healthyUntil("2026-11-23T10:01");
        for (int i = 0; i < 4; i++) {
            store.pass(Duration.ofMinutes(32)).deadUntil(store.now().plus(Duration.ofMinutes(2)));
        }
        assertThat(store.events()).contains(Event.SILENCE);
    }

    @Test
    void tellsOfOwedCopiesAfterTwoHoursOfOpeningTimeOnce() {
        store.healthyUntil("2026-11-23T17:00").owed("terminal", 1).healthyUntil("2026-11-24T08:50");
        assertThat(store.letters).as("it was night").isEmpty();
        store.healthyUntil("2026-11-24T09:05");
        assertThat(store.events()).containsExactly(Event.ATTENTION);
        for (int i = 2; i < 8; i++) {
            store.owed("terminal", i).pass(Duration.ofMinutes(10));
        }
        store.backup().healthyUntil("2026-11-24T16:00");
        assertThat(store.letters).hasSize(1);
        store.owed("terminal", 0).pass(Duration.ofMinutes(3));
        assertThat(store.events()).containsExactly(Event.ATTENTION, Event.RECOVERY);
    }

    @Test
    void tellsWhatGotWorseAndNotWhatGotALittleBetter() {
        BackupFault skipped = BackupFault.of(FaultCode.DRILL_FAILED, "b1", "x");
        store.healthyUntil("2026-11-23T09:00").troubles().attention(AgentTopic.DRILL, skipped);
        store.healthyUntil("2026-11-23T10:00").failing(AgentTopic.DRILL, skipped).pass(MINUTE);
        assertThat(store.events()).containsExactly(Event.ATTENTION, Event.FAILURE);
        store.troubles().attention(AgentTopic.DRILL, skipped);
        store.healthyUntil("2026-11-23T12:00");
        assertThat(store.letters).hasSize(2);
        store.drilled(true).mended(AgentTopic.DRILL).pass(MINUTE);
        assertThat(store.events()).containsExactly(Event.ATTENTION, Event.FAILURE, Event.RECOVERY);
    }

    @Test
    void writesNothingWhileNothingChanges() {
        store.healthyUntil("2026-11-23T10:01").pass(Duration.ofMinutes(5));
        int writes = store.kept.writes;
        int beats = store.kept.beats;
        store.until(store.now().plus(Duration.ofMinutes(8)), Duration.ofSeconds(20));
        assertThat(store.kept.writes).isEqualTo(writes);
        assertThat(store.kept.beats - beats).isEqualTo(8);
    }
}
