package br.com.dmbackup.agent.notify;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.agent.notify.channel.ChannelSettings;
import br.com.dmbackup.agent.notify.message.Event;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.AgentTopic;
import br.com.dmbackup.protocol.FaultCode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A store whose ways out do not work for a while. */
class OutboxTest {
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final Set<Event> ALL = EnumSet.of(Event.FAILURE, Event.RECOVERY, Event.SILENCE, Event.ATTENTION,
            Event.SUMMARY);
    private final StoreUnderWatch store = store(StoreUnderWatch.person("dono", ALL));

    private static StoreUnderWatch store(ChannelSettings... channels) {
        return new StoreUnderWatch("2026-11-23T08:00", ZONE, VigilTest.hours(), Optional.empty(), List.of(channels))
                .healthyUntil("2026-11-23T09:01");
    }

    @Test
    void sendsLateWhatStillHolds() {
        store.deafChannels.add("dono");
        store.failing().pass(Duration.ofMinutes(30));
        assertThat(store.letters).isEmpty();
        store.deafChannels.clear();
        store.pass(Duration.ofMinutes(31));
        assertThat(store.events()).containsExactly(Event.FAILURE);
    }

    @Test
    void tellsAsOneThingWhatIsOverAlready() {
        store.deafChannels.add("dono");
        store.failing().pass(Duration.ofMinutes(10));
        store.failing(AgentTopic.DATABASE, BackupFault.of(FaultCode.SERVICE_STOPPED, "MSSQL", "STOPPED"))
                .pass(Duration.ofMinutes(20)).mended(AgentTopic.DATABASE).pass(Duration.ofMinutes(5)).backup()
                .pass(Duration.ofMinutes(10));
        store.deafChannels.clear();
        store.healthyUntil("2026-11-23T12:00");
        assertThat(store.events()).containsExactly(Event.OVER);
        assertThat(store.letter().text())
                .contains("já passou", "entre 23/11/2026 09:02 e 23/11/2026 09:37", "DM-230", "DM-266")
                .doesNotContain("O que fazer");
    }

    @Test
    void tellsTheEndOfWhatWasTold() {
        store.failing().pass(Duration.ofMinutes(10));
        store.deafChannels.add("dono");
        store.failing(AgentTopic.DATABASE, BackupFault.of(FaultCode.SERVICE_STOPPED, "MSSQL", "STOPPED"))
                .pass(Duration.ofMinutes(10)).mended(AgentTopic.DATABASE).backup().pass(Duration.ofMinutes(10));
        store.deafChannels.clear();
        store.healthyUntil("2026-11-23T12:00");
        assertThat(store.events()).containsExactly(Event.FAILURE, Event.RECOVERY);
    }

    @Test
    void aThreadThatCannotStartOrDiesDoesNotMakeTheChannelMute() {
        store.threadless = true;
        store.failing().pass(Duration.ofMinutes(5));
        store.threadless = false;
        store.memoryless = true;
        store.pass(Duration.ofMinutes(10));
        assertThat(store.letters).isEmpty();
        store.memoryless = false;
        store.pass(Duration.ofMinutes(31));
        assertThat(store.events()).containsExactly(Event.FAILURE);
    }

    @Test
    void outlivesTheAgent() {
        store.deafChannels.add("dono");
        store.failing().pass(Duration.ofMinutes(10));
        store.deafChannels.clear();
        store.deadUntil(store.now().plus(Duration.ofMinutes(1))).failing().pass(Duration.ofMinutes(1));
        assertThat(store.events()).containsExactly(Event.FAILURE);
    }

    @Test
    void showsAChannelThatDoesNotWorkAndTellsItByTheOthers() {
        StoreUnderWatch two = store(StoreUnderWatch.person("dono", ALL), StoreUnderWatch.person("suporte", ALL));
        two.deafChannels.add("dono");
        two.failing().pass(Duration.ofMinutes(25));
        assertThat(two.live().topics()).containsExactlyInAnyOrder(AgentTopic.BACKUP, AgentTopic.channel("dono"));
        assertThat(two.events()).containsExactly(Event.FAILURE, Event.ATTENTION);
        assertThat(two.letter().text()).contains("aviso por dono", "DM-740");
        two.deafChannels.clear();
        two.pass(Duration.ofMinutes(40));
        assertThat(two.live().topics()).containsExactly(AgentTopic.BACKUP);
        assertThat(two.events()).as("its own trouble is never told by it").containsExactly(Event.FAILURE,
                Event.ATTENTION, Event.FAILURE, Event.RECOVERY);
    }

    @Test
    void triesLessAndLessOften() {
        store.deafChannels.add("dono");
        store.failing().pass(Duration.ofHours(3));
        int writes = store.kept.writes;
        store.pass(Duration.ofMinutes(55));
        assertThat(store.kept.writes - writes).isLessThan(6);
        assertThat(store.attempts).isBetween(7, 10);
    }

    @Test
    void tellsEachOnlyOfWhatItAskedFor() {
        StoreUnderWatch two = store(StoreUnderWatch.person("falhas", EnumSet.of(Event.FAILURE)),
                StoreUnderWatch.person("atenção", EnumSet.of(Event.ATTENTION, Event.RECOVERY)));
        two.failing().pass(Duration.ofMinutes(10)).backup().pass(Duration.ofMinutes(10));
        assertThat(two.events()).as("no recovery for who was not told or does not want it")
                .containsExactly(Event.FAILURE);
        two.owed("terminal", 1).healthyUntil("2026-11-23T12:00").owed("terminal", 0).pass(Duration.ofMinutes(5));
        assertThat(two.events()).containsExactly(Event.FAILURE, Event.ATTENTION, Event.RECOVERY);
    }

    @Test
    void doesNotGrowWithoutBounds() {
        store.deafChannels.add("dono");
        for (int day = 24; day < 29; day++) {
            for (int hour = 8; hour < 18; hour++) {
                store.healthyUntil("2026-11-%dT%02d:10".formatted(day, hour)).failing().pass(Duration.ofMinutes(5))
                        .backup().pass(Duration.ofMinutes(5));
            }
        }
        assertThat(store.kept.told().orElseThrow().length).isLessThan(100_000);
        store.deafChannels.clear();
        store.pass(Duration.ofHours(2));
        assertThat(store.events()).startsWith(Event.OVER).hasSizeLessThan(4);
    }
}
