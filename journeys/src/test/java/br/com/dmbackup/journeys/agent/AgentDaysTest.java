package br.com.dmbackup.journeys.agent;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.catalog.Catalog;
import br.com.dmbackup.core.catalog.RunRecord;
import br.com.dmbackup.core.installation.HomeLock;
import br.com.dmbackup.protocol.AgentTopic;
import br.com.dmbackup.protocol.StatusText;
import br.com.dmbackup.protocol.api.AgentLight;
import br.com.dmbackup.protocol.api.JobReport;
import br.com.dmbackup.protocol.api.JobReport.JobKind;
import br.com.dmbackup.protocol.api.JobReport.State;
import br.com.dmbackup.protocol.api.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole agent on a store that sells, through hours and days. */
@Timeout(240)
class AgentDaysTest {
    @TempDir
    Path folder;

    @Test
    void goesThroughTheManualsStatesInTheirOrder() throws Exception {
        try (AgentUnderTest shop = new AgentUnderTest(folder, "2026-11-23T09:30").busy(0.9).start();
                HeardStatus heard = new HeardStatus()) {
            shop.minute();
            assertThat(heard.texts()).containsExactly(StatusText.CHECKING_SERVICE, StatusText.LOADING_PARAMETERS,
                    StatusText.VALIDATING_SETTINGS, StatusText.SETTINGS_VALIDATED, StatusText.LOADING_CLIENT,
                    StatusText.CLIENT_LOADED, StatusText.CHECKING_VERSION, StatusText.CHECKING_LAST_BACKUP,
                    StatusText.WAITING);
            shop.minutes(30);
            assertThat(heard.texts()).as("the hour's run").containsSubsequence(StatusText.CHECKING_LAST_BACKUP,
                    StatusText.DUMPING, StatusText.ARCHIVING, StatusText.CHECKING_ARCHIVE, StatusText.COPYING,
                    StatusText.COPIED, StatusText.CHECKING_SERVICE);
        }
    }

    @Test
    void makesOneBackupInEachClockHour() throws Exception {
        try (AgentUnderTest shop = new AgentUnderTest(folder, "2026-11-23T09:30").start()) {
            for (int hour = 0; hour < 30; hour++) {
                shop.sell(1);
                shop.minutes(60);
            }
            assertThat(runs(shop)).extracting(run -> run.startedAt().atZone(AgentUnderTest.ZONE).getHour()).as(
                    "hours of the runs, newest first").hasSize(31);
            assertThat(shop.slots(shop.home.backupFolder())).hasSize(24);
            assertThat(shop.slots(shop.terminal)).hasSize(24);
            assertThat(shop.status().light()).isEqualTo(AgentLight.OK);
            assertThat(shop.status().lastDrill()).hasValueSatisfying(drill -> assertThat(drill.passed()).isTrue());
        }
    }

    /** At midnight of 4 November 2018 the clocks of São Paulo went from 23:59 to 01:00, on 18 February back to 23:00. */
    @Test
    void neitherSummerTimeNorItsEndCostsAnHour() throws Exception {
        for (String evening : List.of("2018-11-03T22:30", "2018-02-17T21:30")) {
            try (AgentUnderTest shop = new AgentUnderTest(folder.resolve(evening.replace(":", "")), evening).start()) {
                for (int hour = 0; hour < 5; hour++) {
                    shop.minutes(60);
                }
                assertThat(runs(shop)).as(evening).hasSize(6).allMatch(RunRecord::placed);
            }
        }
    }

    @Test
    void hoursThatTheMachineSleptAreOneBackupAtItsWakingUp() throws Exception {
        try (AgentUnderTest shop = new AgentUnderTest(folder, "2026-11-23T18:05").start()) {
            shop.minutes(40);
            int before = runs(shop).size();
            shop.sleep(Duration.ofHours(13));
            shop.minutes(10);
            assertThat(runs(shop)).hasSize(before + 1);
        }
    }

    @Test
    void anHourThatFailsIsTriedAgainWithGrowingPausesAndTellsOfItsEnd() throws Exception {
        try (AgentUnderTest shop = new AgentUnderTest(folder, "2026-11-23T09:10").start()) {
            Path away = shop.root.resolve("away.db");
            shop.minutes(40);
            Files.move(shop.database, away);
            shop.minutes(30);
            assertThat(shop.status().light()).isEqualTo(AgentLight.FAILURE);
            assertThat(shop.trouble(AgentTopic.DATABASE)).hasValueSatisfying(trouble -> {
                assertThat(trouble.number()).isEqualTo("DM-200");
                assertThat(trouble.message()).contains("loja.db");
                assertThat(trouble.hint()).isNotBlank();
            });
            assertThat(shop.trouble(AgentTopic.BACKUP)).isPresent();
            List<RunRecord> tried = runs(shop);
            assertThat(tried.stream().filter(run -> !run.placed()).count()).as("attempts within 20 minutes")
                    .isBetween(3L, 6L);
            Files.move(away, shop.database);
            shop.minutes(20);
            assertThat(shop.status().troubles()).isEmpty();
            assertThat(runs(shop).getFirst().placed()).isTrue();
        }
    }

    @Test
    void suspiciousHoursAreOneTroubleUntilAPersonAcceptsOrTheDatabaseIsWellAgain() throws Exception {
        try (AgentUnderTest shop = new AgentUnderTest(folder, "2026-11-23T09:10").start()) {
            shop.sell(400);
            shop.minutes(60);
            shop.sql("delete from produto where id > 100");
            shop.minutes(60);
            Trouble first = shop.trouble(AgentTopic.BACKUP).orElseThrow();
            assertThat(first.number()).isEqualTo("DM-502");
            assertThat(first.message()).contains("mais da metade das linhas", "suspeito");
            assertThat(first.hint()).contains("dmbackup accept");
            shop.minutes(180);
            assertThat(shop.trouble(AgentTopic.BACKUP).orElseThrow().since()).isEqualTo(first.since());
            assertThat(runs(shop)).as("one attempt an hour").hasSize(6);
            assertThat(shop.status().lastBackup().orElseThrow().slot()).isEqualTo("10h");

            JobReport asked = shop.desk().ask(JobKind.ACCEPT, "");
            shop.minutes(3);
            assertThat(shop.desk().job(asked.id()).orElseThrow().outcome()).isEqualTo("SUCCEEDED");
            assertThat(shop.status().light()).isEqualTo(AgentLight.OK);
            shop.sql("delete from produto where id > 10");
            shop.minutes(60);
            assertThat(shop.status().light()).isEqualTo(AgentLight.FAILURE);
            shop.sell(100);
            shop.minutes(60);
            assertThat(shop.status().light()).isEqualTo(AgentLight.OK);
        }
    }

    @Test
    void settingsThatAreWrongLeaveTheLastGoodOnesAtWork() throws Exception {
        try (AgentUnderTest shop = new AgentUnderTest(folder, "2026-11-23T09:30").start()) {
            shop.settings(shop.soundSettings().replace("marker = false", "markr = false\nsilence_seconds = 0"));
            shop.minute();
            assertThat(shop.status().light()).isEqualTo(AgentLight.FAILURE);
            assertThat(shop.trouble(AgentTopic.SETTINGS).orElseThrow().details()).hasSize(2)
                    .allMatch(line -> line.contains("linha "));
            shop.minutes(60);
            assertThat(runs(shop).getFirst().placed()).as("backups go on").isTrue();
            assertThat(runs(shop)).hasSize(2);
            shop.settings(shop.soundSettings().replace("Farmácia São José", "Farmácia Nova"));
            shop.minute();
            assertThat(shop.trouble(AgentTopic.SETTINGS)).isEmpty();
            assertThat(shop.status().store()).isEqualTo("Farmácia Nova");
        }
    }

    @Test
    void startsWithSettingsThatAreWrongAndWorksWhenTheyAreMended() throws Exception {
        AgentUnderTest shop = new AgentUnderTest(folder, "2026-11-23T09:30");
        shop.settings("[database]\nengine = \"oracle\"\n");
        try (shop) {
            shop.start();
            assertThat(shop.status().light()).isEqualTo(AgentLight.FAILURE);
            shop.settings(shop.soundSettings());
            shop.minutes(2);
            assertThat(shop.status().light()).isEqualTo(AgentLight.OK);
            assertThat(runs(shop)).hasSize(1);
        }
    }

    @Test
    void aTerminalThatIsAwayIsOwedItsCopiesAndGetsThem() throws Exception {
        try (AgentUnderTest shop = new AgentUnderTest(folder, "2026-11-23T09:30").start()) {
            Path away = shop.root.resolve("away");
            Files.move(shop.terminal, away);
            shop.minutes(120);
            assertThat(shop.status().light()).isEqualTo(AgentLight.ATTENTION);
            assertThat(shop.trouble(AgentTopic.delivery("terminal")).orElseThrow().message())
                    .contains("2 cópias pendentes");
            assertThat(shop.status().places().getLast().owed()).isEqualTo(2);
            Files.move(away, shop.terminal);
            shop.minutes(3);
            assertThat(shop.status().light()).isEqualTo(AgentLight.OK);
            assertThat(shop.slots(shop.terminal)).hasSize(3);
        }
    }

    /** Else the agent would ask a thousand times a second whether it is its turn. */
    @Test
    void aTerminalToWhichAnotherProcessDeliversIsLeftToThat() throws Exception {
        AgentUnderTest shop = new AgentUnderTest(folder, "2026-11-23T09:30");
        shop.home.prepare();
        try (shop; HomeLock other = HomeLock.acquireDelivery(shop.home, "terminal", "deliver", shop.clock)) {
            shop.start();
            long before = shop.status().revision();
            shop.minutes(3);
            assertThat(shop.status().revision() - before).isLessThan(100);
            other.giveUp();
            shop.minutes(7);
            assertThat(shop.slots(shop.terminal)).containsExactly("09h");
        }
    }

    @Test
    void tellsOfAnotherProcessThatHasTheHomeForLong() throws Exception {
        AgentUnderTest shop = new AgentUnderTest(folder, "2026-11-23T09:30");
        shop.home.prepare();
        try (shop; HomeLock other = HomeLock.acquire(shop.home, "restore", shop.clock)) {
            shop.start();
            shop.minutes(19);
            assertThat(shop.trouble(AgentTopic.HOME)).isEmpty();
            shop.minutes(2);
            assertThat(shop.trouble(AgentTopic.HOME).orElseThrow().message()).contains("restore");
            other.giveUp();
            shop.minutes(2);
            assertThat(shop.status().troubles()).isEmpty();
            assertThat(shop.slots(shop.home.backupFolder())).hasSize(1);
        }
    }

    /** As a version that was newer, and was given up, may have left it. */
    @Test
    void aFaultThatNobodyKnowsKeepsNoBackupFromBeingMade() throws Exception {
        AgentUnderTest shop = new AgentUnderTest(folder, "2026-11-23T09:30");
        shop.home.prepare();
        try (Catalog catalog = Catalog.open(shop.home.catalogFile(), shop.clock)) {
            catalog.note(new RunRecord(shop.clock.instant(), shop.clock.instant(), RunRecord.Outcome.FAILED,
                    Optional.of("FAULT_OF_THE_FUTURE"), Optional.of("?"), Optional.empty(), 0, 0, "boot", 0));
        }
        try (shop) {
            shop.start();
            shop.minutes(3);
            assertThat(runs(shop).getFirst().placed()).isTrue();
            assertThat(shop.status().troubles()).isEmpty();
        }
    }

    @Test
    void afterARestartTheLastGoodSettingsStillHold() throws Exception {
        AgentUnderTest shop = new AgentUnderTest(folder, "2026-11-23T09:30");
        try (shop) {
            shop.start();
        }
        shop.settings(shop.soundSettings() + "[databse]\n");
        try (shop) {
            shop.start();
            assertThat(shop.trouble(AgentTopic.SETTINGS)).isPresent();
            shop.minutes(60);
            assertThat(runs(shop)).hasSize(2).allMatch(RunRecord::placed);
        }
    }

    @Test
    void drillsOnceADayWhenTheMachineIsQuiet() throws Exception {
        try (AgentUnderTest shop = new AgentUnderTest(folder, "2026-11-23T09:30")) {
            shop.busy(0.9);
            shop.start();
            shop.minutes(60);
            assertThat(shop.status().lastDrill()).as("while the till is busy").isEmpty();
            shop.busy(0.1);
            shop.minutes(4);
            assertThat(shop.status().lastDrill()).hasValueSatisfying(drill -> assertThat(drill.passed()).isTrue());
            shop.minutes(60);
            try (Catalog catalog = Catalog.open(shop.home.catalogFile(), shop.clock)) {
                assertThat(catalog.drills()).hasSize(1);
            }
        }
    }

    @Test
    void drillsABusyMachineWhenTheStoreIsClosed() throws Exception {
        AgentUnderTest shop = new AgentUnderTest(folder, "2026-11-23T17:50").busy(0.9);
        shop.settings(shop.soundSettings() + "[opening]\nmonday = \"08:00-18:00\"\n");
        try (shop) {
            shop.start();
            shop.minutes(9);
            assertThat(shop.status().lastDrill()).isEmpty();
            shop.minutes(2);
            assertThat(shop.status().lastDrill()).isPresent();
        }
    }

    @Test
    void drillsNothingWhereTheSettingsSayNo() throws Exception {
        AgentUnderTest shop = new AgentUnderTest(folder, "2026-11-23T09:30");
        shop.settings(shop.soundSettings() + "[agent]\ndrill = false\n");
        try (shop) {
            shop.start();
            shop.minutes(10);
            assertThat(shop.status().lastDrill()).isEmpty();
        }
    }

    @Test
    void doesWhatIsAskedForAndSaysWhatCameOfIt() throws Exception {
        try (AgentUnderTest shop = new AgentUnderTest(folder, "2026-11-23T09:30").start()) {
            JobReport asked = shop.desk().ask(JobKind.BACKUP, "");
            shop.settle();
            JobReport ended = shop.desk().job(asked.id()).orElseThrow();
            assertThat(ended.state()).isEqualTo(State.ENDED);
            assertThat(ended.outcome()).isEqualTo("SUCCEEDED");
            assertThat(ended.summary()).contains("09h");
            assertThat(ended.backup()).isEqualTo(shop.status().lastBackup().map(last -> last.backup()));
            assertThat(shop.desk().slots()).singleElement()
                    .satisfies(slot -> assertThat(slot.slot()).isEqualTo("09h"));
            try (var taken = shop.desk().archive("09h")) {
                assertThat(taken.name()).isEqualTo("MCDados.zip");
                assertThat(taken.bytes().size()).isEqualTo(taken.sizeBytes());
            }
        }
    }

    @Test
    void anAgentThatStartsAgainKnowsWhatWasWrong() throws Exception {
        AgentUnderTest shop = new AgentUnderTest(folder, "2026-11-23T09:10");
        try (shop) {
            shop.start();
            Files.delete(shop.database);
            shop.minutes(70);
            assertThat(shop.trouble(AgentTopic.BACKUP)).isPresent();
        }
        try (shop) {
            shop.start();
            assertThat(shop.trouble(AgentTopic.BACKUP).orElseThrow().message()).contains("loja.db");
        }
    }

    private static List<RunRecord> runs(AgentUnderTest shop) throws IOException, TimeoutException {
        try (Catalog catalog = Catalog.open(shop.home.catalogFile(), shop.clock)) {
            return catalog.runs(1000);
        }
    }
}
