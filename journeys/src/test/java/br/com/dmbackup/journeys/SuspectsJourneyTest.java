package br.com.dmbackup.journeys;

import static br.com.dmbackup.journeys.SlotsTest.backupIn;
import static br.com.dmbackup.journeys.SlotsTest.filledSlots;
import static br.com.dmbackup.journeys.SlotsTest.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.catalog.OwedDelivery;
import br.com.dmbackup.core.deliver.Deliveries;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Wanted;
import br.com.dmbackup.core.rebuild.CatalogRebuild;
import br.com.dmbackup.core.report.SlotTable;
import br.com.dmbackup.core.report.SlotTable.Suspect;
import br.com.dmbackup.core.restore.DatabaseRestore;
import br.com.dmbackup.core.run.Acceptance;
import br.com.dmbackup.core.run.RunOutcome;
import br.com.dmbackup.core.verify.Verification;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.NoticeCode;
import br.com.dmbackup.testkit.destination.FaultyDestination;
import br.com.dmbackup.testkit.destination.Misbehaviour;
import br.com.dmbackup.testkit.disk.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hours of suspicious backups: what becomes of them, of the slots, and of the terminal. */
class SuspectsJourneyTest {
    @TempDir
    Path folder;
    private StoreUnderTest store;
    private Path healthy;

    @BeforeEach
    void makeOne() {
        store = new StoreUnderTest(folder);
        store.sell(3000);
        healthy = folder.resolve("saudavel.db");
    }

    static Path suspect(Path place, int hour) {
        return place.resolve("suspeito").resolve("%02dh".formatted(hour)).resolve("MCDados.zip");
    }

    @Test
    void aDayOfBadBackupsCostsNoGoodSlotAndTheNextGoodOneTakesItsOwn() throws IOException {
        SortedMap<Path, Manifest> good = new TreeMap<>();
        for (int hour = 0; hour < 24; hour++) {
            store.sell(3);
            Manifest made = succeeded(store.backupAt("2022-06-29T%02d:10".formatted(hour)));
            good.put(store.localSlot(hour), made);
            good.put(store.terminalSlot(hour), made);
        }
        ruin();
        for (int hour = 0; hour < 24; hour++) {
            store.sell(3);
            suspicious(store.backupAt("2022-06-30T%02d:10".formatted(hour)));
        }
        for (var slot : good.entrySet()) {
            assertThat(backupIn(slot.getKey())).isEqualTo(slot.getValue());
        }
        assertThat(backupIn(store.terminal.resolve("MCDados.zip"))).isEqualTo(good.get(store.terminalSlot(23)));
        for (int hour = 0; hour < 24; hour++) {
            Manifest bad = backupIn(suspect(store.home.backupFolder(), hour));
            assertThat(bad.startedAt().atZone(StoreUnderTest.ZONE))
                    .hasToString("2022-06-30T%02d:10-03:00[America/Sao_Paulo]".formatted(hour));
            assertThat(backupIn(suspect(store.terminal, hour))).isEqualTo(bad);
        }
        suspicious(store.backupAt("2022-07-01T00:10"));
        assertThat(backupIn(suspect(store.terminal, 0)).startedAt()).isEqualTo("2022-07-01T03:10:00Z");

        recover();
        Manifest again = succeeded(store.backupAt("2022-07-01T01:10"));
        assertThat(backupIn(store.localSlot(1))).isEqualTo(again);
        assertThat(backupIn(store.terminalSlot(1))).isEqualTo(again);
        assertThat(backupIn(store.localSlot(2))).isEqualTo(good.get(store.localSlot(2)));
        assertThat(StandingArchives.leftovers(store)).isEmpty();
    }

    @Test
    void aTerminalThatWasAwayGetsThemNewestFirstIntoItsRing() throws IOException {
        Misbehaviour[] terminal = {new Misbehaviour.None()};
        store.terminalAs(real -> faulty(real, terminal));
        Manifest good = succeeded(store.backupAt("2022-06-29T09:10"));
        terminal[0] = new Misbehaviour.Away();
        ruin();
        suspicious(store.backupAt("2022-06-29T10:10"));
        suspicious(store.backupAt("2022-06-29T11:10"));
        try (Installation here = store.open()) {
            assertThat(here.catalog().owedTo("terminal")).extracting(owed -> owed.backup().slot().hour())
                    .containsExactly(11, 10);
        }
        terminal[0] = new Misbehaviour.None();
        store.clock.advance(Duration.ofMinutes(1));
        deliver();
        assertThat(backupIn(suspect(store.terminal, 11))).isEqualTo(backupIn(suspect(store.home.backupFolder(), 11)));
        assertThat(suspect(store.terminal, 10)).exists();
        assertThat(filledSlots(store.terminal)).containsExactly("09h");
        assertThat(backupIn(store.terminal.resolve("MCDados.zip"))).isEqualTo(good);
    }

    @Test
    void anAcceptedOneLeavesTheRingForItsSlotHereAndAtTheTerminalAndIsTheMeasureFromThenOn() throws IOException {
        succeeded(store.backupAt("2022-06-29T09:10"));
        ruin();
        suspicious(store.backupAt("2022-06-29T10:10"));
        suspicious(store.backupAt("2022-06-29T11:10"));
        Manifest accepted;
        try (Installation here = store.open()) {
            accepted = succeeded(new Acceptance(here, store.listener).acceptNewest());
            assertThat(SlotTable.of(here).suspects()).extracting(Suspect::waiting).containsExactly(false);
        }
        for (Path place : List.of(store.home.backupFolder(), store.terminal)) {
            assertThat(backupIn(place.resolve("11h/MCDados.zip"))).isEqualTo(accepted);
            assertThat(backupIn(place.resolve("MCDados.zip"))).isEqualTo(accepted);
            assertThat(suspect(place, 11)).doesNotExist();
            assertThat(suspect(place, 10)).exists();
        }
        Manifest next = succeeded(store.backupAt("2022-06-29T12:10"));
        assertThat(next.traits()).hasValueSatisfying(traits -> assertThat(traits.based()).isTrue());
        Files.delete(store.home.catalogFile());
        succeeded(store.backupAt("2022-06-29T13:10"));
    }

    @Test
    void acceptsFromTheTerminalWhatThisMachineHasLost() throws IOException {
        succeeded(store.backupAt("2022-06-29T09:10"));
        ruin();
        suspicious(store.backupAt("2022-06-29T10:10"));
        Files.delete(suspect(store.home.backupFolder(), 10));
        try (Installation here = store.open()) {
            Manifest accepted = succeeded(new Acceptance(here, store.listener).acceptNewest());
            assertThat(backupIn(store.localSlot(10))).isEqualTo(accepted);
            assertThat(backupIn(store.terminalSlot(10))).isEqualTo(accepted);
        }
    }

    @Test
    void theRingIsFoundAgainVerifiedAndRestorable() throws IOException {
        succeeded(store.backupAt("2022-06-29T09:10"));
        ruin();
        suspicious(store.backupAt("2022-06-29T10:10"));
        Path old = store.home.backupFolder().resolve("suspeito/1/MCDados.zip");
        suspicious(store.backupAt("2022-06-29T11:10"));
        Files.createDirectories(old.getParent());
        Files.move(suspect(store.home.backupFolder(), 11), old);
        Files.delete(suspect(store.terminal, 11));
        Files.delete(store.home.catalogFile());
        try (Installation here = store.open()) {
            new CatalogRebuild(here, store.listener).rebuild();
            List<Suspect> suspects = SlotTable.of(here).suspects();
            assertThat(suspects).extracting(suspect -> suspect.placements().size()).containsExactly(1, 2);
            assertThat(suspects).allMatch(Suspect::waiting)
                    .allMatch(suspect -> suspect.reason().contains("mais da metade das linhas"));
            assertThat(new Verification(here, store.listener).verifyAll()).hasSize(5).allMatch(copy -> copy.sound());
            Path back = folder.resolve("volta.db");
            new DatabaseRestore(here, store.listener).toNew(new Wanted.ById(suspects.getFirst().backup().id()),
                    back.toString());
            assertThat(StoreUnderTest.rows(back)).isEqualTo(900);
        }
        suspicious(store.backupAt("2022-06-29T12:10"));
        assertThat(old).exists();
    }

    @Test
    void aFullDiskHereGivesUpTheOldestSuspectsBeforeAnySlot() throws Exception {
        try (SmallDisk disk = SmallDisk.on(store.home.backupFolder(), 4096)) {
            succeeded(store.backupAt("2022-06-29T09:10"));
            succeeded(store.backupAt("2022-06-29T10:10"));
            byte[] noise = new byte[700_000];
            new Random(7).nextBytes(noise);
            store.engineAs(engine -> new ForgedDumps(engine, noise));
            for (int hour = 11; hour < 14; hour++) {
                suspicious(store.backupAt("2022-06-29T" + hour + ":10"));
            }
            disk.fillUpTo(8192);
            store.engineAs(engine -> engine);
            store.listener.notices.clear();
            Manifest good = succeeded(store.backupAt("2022-06-29T14:10"));
            assertThat(backupIn(store.localSlot(14))).isEqualTo(good);
            assertThat(store.listener.noticeCodes()).contains(NoticeCode.SUSPECT_GIVEN_UP)
                    .doesNotContain(NoticeCode.SLOT_GIVEN_UP, NoticeCode.WRITTEN_ELSEWHERE);
            assertThat(filledSlots(store.home.backupFolder())).containsExactly("09h", "10h", "14h");
            assertThat(suspect(store.home.backupFolder(), 11)).doesNotExist();
        }
    }

    @Test
    void aFullTerminalGivesUpSuspectsForGoodBackupsAndTheyAreNotBroughtAgain() throws Exception {
        try (SmallDisk disk = SmallDisk.on(store.terminal, 4096)) {
            succeeded(store.backupAt("2022-06-29T09:10"));
            byte[] noise = new byte[700_000];
            new Random(7).nextBytes(noise);
            store.engineAs(engine -> new ForgedDumps(engine, noise));
            suspicious(store.backupAt("2022-06-29T10:10"));
            suspicious(store.backupAt("2022-06-29T11:10"));
            disk.fillUpTo(8192);
            store.engineAs(engine -> engine);
            Manifest good = succeeded(store.backupAt("2022-06-29T12:10"));
            assertThat(backupIn(store.terminalSlot(12))).isEqualTo(good);
            assertThat(suspect(store.terminal, 10)).doesNotExist();
            deliver();
            assertThat(suspect(store.terminal, 10)).doesNotExist();
            try (Installation here = store.open()) {
                assertThat(here.catalog().owedTo("terminal")).extracting(OwedDelivery::backup).isEmpty();
            }
        }
    }

    private void deliver() {
        try (Installation here = store.open()) {
            new Deliveries(here, store.listener).makeOwed();
        }
    }

    private static Destination faulty(Destination real, Misbehaviour[] how) {
        FaultyDestination faulty = new FaultyDestination(real);
        faulty.misbehave(how[0]);
        return faulty;
    }

    /** Three quarters of the rows are gone, and the room is given back. */
    private void ruin() throws IOException {
        Files.copy(store.database, healthy, StandardCopyOption.REPLACE_EXISTING);
        store.sql("delete from produto where id > 900");
        store.sql("vacuum");
    }

    private void recover() throws IOException {
        Files.copy(healthy, store.database, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void suspicious(RunOutcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(RunOutcome.Failed.class, failed -> assertThat(
                failed.fault().code()).as(failed.fault().getMessage()).isEqualTo(FaultCode.BACKUP_SUSPICIOUS));
    }
}
