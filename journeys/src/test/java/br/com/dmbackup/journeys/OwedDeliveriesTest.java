package br.com.dmbackup.journeys;

import static br.com.dmbackup.journeys.SlotsTest.backupIn;
import static br.com.dmbackup.journeys.SlotsTest.filledSlots;
import static br.com.dmbackup.journeys.SlotsTest.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.deliver.Deliveries;
import br.com.dmbackup.core.deliver.DeliveryResult;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.run.RunOutcome;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.destination.FaultyDestination;
import br.com.dmbackup.testkit.destination.Misbehaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A terminal that is away, slow, full or dishonest: the backup exists all the same, and what is owed is made good. */
class OwedDeliveriesTest {
    @TempDir
    Path folder;
    private Misbehaviour misbehaviour = new Misbehaviour.None();

    private Destination faulty(Destination real) {
        FaultyDestination faulty = new FaultyDestination(real);
        faulty.misbehave(misbehaviour);
        return faulty;
    }

    private StoreUnderTest store() {
        return new StoreUnderTest(folder).terminalAs(this::faulty);
    }

    @Test
    void anAbsentTerminalCostsTheLocalSlotNothing() throws IOException {
        StoreUnderTest store = store();
        misbehaviour = new Misbehaviour.Away();
        RunOutcome outcome = store.backupAt("2022-06-29T09:30");

        assertThat(outcome).isInstanceOf(RunOutcome.Partial.class);
        RunOutcome.Partial partial = (RunOutcome.Partial) outcome;
        assertThat(partial.faults()).extracting(fault -> fault.code()).containsExactly(FaultCode.DESTINATION_MISSING);
        assertThat(backupIn(store.localSlot(9))).isEqualTo(partial.manifest());
        assertThat(filledSlots(store.terminal)).isEmpty();
    }

    @Test
    void owedDeliveriesOutliveTheProcessAndAreMadeNewestFirstWithinAMinuteOfTheReturn() throws IOException {
        StoreUnderTest store = store();
        misbehaviour = new Misbehaviour.Away();
        store.backupAt("2022-06-29T09:30");
        store.backupAt("2022-06-29T10:30");
        Manifest newest = ((RunOutcome.Partial) store.backupAt("2022-06-29T11:30")).manifest();
        try (Installation here = store.open()) {
            assertThat(here.catalog().owedTo("terminal")).extracting(owed -> owed.backup().slot().hour())
                    .containsExactly(11, 10, 9);
        }

        misbehaviour = new Misbehaviour.None();
        store.clock.advance(Duration.ofSeconds(60));
        try (Installation here = store.open()) {
            List<DeliveryResult> results = new Deliveries(here, store.listener).makeDue();
            assertThat(results).extracting(DeliveryResult::made, DeliveryResult::stillOwed)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(3, 0));
        }
        assertThat(filledSlots(store.terminal)).containsExactly("09h", "10h", "11h");
        assertThat(backupIn(store.terminal.resolve("MCDados.zip"))).isEqualTo(newest);
        assertThat(Files.mismatch(store.terminalSlot(11), store.localSlot(11))).isEqualTo(-1);
    }

    @Test
    void aDestinationIsNotAskedAgainBeforeItsPauseIsOver() {
        StoreUnderTest store = store();
        misbehaviour = new Misbehaviour.Away();
        store.backupAt("2022-06-29T09:30");
        try (Installation here = store.open()) {
            assertThat(new Deliveries(here, store.listener).makeDue()).isEmpty();
        }
    }

    @Test
    void anOwedBackupThatTheNextOfItsHourHasOvertakenIsNotOwedAnyMore() {
        StoreUnderTest store = store();
        misbehaviour = new Misbehaviour.Away();
        store.backupAt("2022-06-29T09:30");
        Manifest later = ((RunOutcome.Partial) store.backupAt("2022-06-29T09:40")).manifest();
        try (Installation here = store.open()) {
            assertThat(here.catalog().owedTo("terminal")).extracting(owed -> owed.backup().id())
                    .containsExactly(later.backup());
        }
    }

    @Test
    @Timeout(30)
    void aHangingDestinationIsGivenUpAndTheBackupStands() throws IOException {
        StoreUnderTest store = store().silence(Duration.ofMillis(300));
        misbehaviour = new Misbehaviour.Hangs();
        RunOutcome outcome = store.backup();

        assertThat(outcome).isInstanceOf(RunOutcome.Partial.class);
        assertThat(((RunOutcome.Partial) outcome).faults()).extracting(fault -> fault.code())
                .containsExactly(FaultCode.DESTINATION_SILENT);
        assertThat(backupIn(store.localSlot(9))).isEqualTo(((RunOutcome.Partial) outcome).manifest());
    }

    static List<Misbehaviour> badBytes() {
        return List.of(new Misbehaviour.Truncates(5000), new Misbehaviour.FlipsBit(5000),
                new Misbehaviour.FillsUp(5000), new Misbehaviour.Lies(true), new Misbehaviour.Lies(false));
    }

    @ParameterizedTest
    @MethodSource("badBytes")
    void badBytesAreNoticedTheGoodOldOneStaysOrIsReplacedAtTheNextChance(Misbehaviour how) throws IOException {
        StoreUnderTest store = store();
        Manifest old = succeeded(store.backupAt("2022-06-29T09:30"));
        misbehaviour = how;
        RunOutcome outcome = store.backupAt("2022-06-30T09:30");

        assertThat(outcome).isInstanceOf(RunOutcome.Partial.class);
        Manifest fresh = ((RunOutcome.Partial) outcome).manifest();
        if (!(how instanceof Misbehaviour.Lies(boolean storesOtherBytes) && storesOtherBytes)) {
            assertThat(backupIn(store.terminalSlot(9))).isEqualTo(old);
        }
        misbehaviour = new Misbehaviour.None();
        store.clock.advance(Duration.ofMinutes(1));
        try (Installation here = store.open()) {
            assertThat(new Deliveries(here, store.listener).makeOwed()).extracting(DeliveryResult::stillOwed)
                    .containsExactly(0);
        }
        assertThat(backupIn(store.terminalSlot(9))).isEqualTo(fresh);
        assertThat(Files.mismatch(store.localSlot(9), store.terminalSlot(9))).isEqualTo(-1);
    }

    @Test
    void aDamagedLocalArchiveNeverTravels() throws IOException {
        StoreUnderTest store = store();
        misbehaviour = new Misbehaviour.Away();
        store.backupAt("2022-06-29T09:30");
        flipBit(store.localSlot(9), 3000);
        misbehaviour = new Misbehaviour.None();
        store.clock.advance(Duration.ofMinutes(1));
        try (Installation here = store.open()) {
            List<DeliveryResult> results = new Deliveries(here, store.listener).makeOwed();
            assertThat(results.getFirst().fault()).isPresent();
        }
        assertThat(filledSlots(store.terminal)).isEmpty();
    }

    static void flipBit(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 4;
        var time = Files.getLastModifiedTime(file);
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, time);
    }
}
