package br.com.dmbackup.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.archive.ArchiveReader;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.run.RunOutcome;
import br.com.dmbackup.protocol.StatusText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual's own examples of which file replaces which, and what a clock can do to them. */
class SlotsTest {
    @TempDir
    Path folder;

    @Test
    void theBackupOf0940ReplacesTheOneOf0930() throws IOException {
        StoreUnderTest store = new StoreUnderTest(folder);
        Manifest first = succeeded(store.backupAt("2022-06-29T09:30"));
        Manifest second = succeeded(store.backupAt("2022-06-29T09:40"));

        assertThat(first.backup()).isNotEqualTo(second.backup());
        assertThat(filledSlots(store.home.backupFolder())).containsExactly("09h");
        assertThat(filledSlots(store.terminal)).containsExactly("09h");
        assertThat(backupIn(store.localSlot(9))).isEqualTo(second);
        assertThat(backupIn(store.terminalSlot(9))).isEqualTo(second);
    }

    @Test
    void nextDays0900ReplacesThe0940OfTheDayBefore() throws IOException {
        StoreUnderTest store = new StoreUnderTest(folder);
        succeeded(store.backupAt("2022-06-29T09:40"));
        Manifest nextDay = succeeded(store.backupAt("2022-06-30T09:00"));

        assertThat(filledSlots(store.home.backupFolder())).containsExactly("09h");
        assertThat(backupIn(store.localSlot(9))).isEqualTo(nextDay);
        assertThat(backupIn(store.terminalSlot(9))).isEqualTo(nextDay);
    }

    @Test
    void minutesNeverCountAndEachHourHasItsOwnPlace() throws IOException {
        StoreUnderTest store = new StoreUnderTest(folder);
        Manifest nine = succeeded(store.backupAt("2022-06-29T09:59"));
        Manifest ten = succeeded(store.backupAt("2022-06-29T10:00"));

        assertThat(filledSlots(store.home.backupFolder())).containsExactly("09h", "10h");
        assertThat(backupIn(store.localSlot(9))).isEqualTo(nine);
        assertThat(backupIn(store.localSlot(10))).isEqualTo(ten);
    }

    @Test
    void theNewestAlsoStandsWhereTheManualLooksForIt() throws IOException {
        StoreUnderTest store = new StoreUnderTest(folder);
        succeeded(store.backupAt("2022-06-29T09:30"));
        Manifest newest = succeeded(store.backupAt("2022-06-29T10:30"));

        assertThat(backupIn(store.home.backupFolder().resolve("MCDados.zip"))).isEqualTo(newest);
        assertThat(backupIn(store.terminal.resolve("MCDados.zip"))).isEqualTo(newest);
    }

    @Test
    void aClockSetBackKeepsWorkingAndTheNewestIsTheOneMadeLast() throws IOException {
        StoreUnderTest store = new StoreUnderTest(folder);
        succeeded(store.backupAt("2022-06-29T14:00"));
        Manifest afterwards = succeeded(store.backupAt("2022-06-29T11:00"));

        assertThat(backupIn(store.localSlot(11))).isEqualTo(afterwards);
        assertThat(backupIn(store.terminalSlot(11))).isEqualTo(afterwards);
        assertThat(backupIn(store.home.backupFolder().resolve("MCDados.zip"))).isEqualTo(afterwards);
    }

    @Test
    void theEndOfSummerTimeUsesOneSlotTwiceAndLosesNothing() throws IOException {
        StoreUnderTest store = new StoreUnderTest(folder);
        // 2018-02-18: at 00:00 the clocks of São Paulo went back to 23:00 of the 17th.
        store.clock.set(java.time.Instant.parse("2018-02-18T01:30:00Z"));
        succeeded(store.backup());
        store.clock.set(java.time.Instant.parse("2018-02-18T02:30:00Z"));
        Manifest second = succeeded(store.backup());

        assertThat(filledSlots(store.home.backupFolder())).containsExactly("23h");
        assertThat(backupIn(store.localSlot(23))).isEqualTo(second);
    }

    @Test
    void theStatusTextsComeInTheManualsOrder() {
        StoreUnderTest store = new StoreUnderTest(folder);
        store.backup();
        assertThat(store.listener.statuses).containsExactly(StatusText.CHECKING_SERVICE,
                StatusText.CHECKING_LAST_BACKUP, StatusText.DUMPING, StatusText.ARCHIVING, StatusText.CHECKING_ARCHIVE,
                StatusText.COPYING, StatusText.COPIED);
    }

    static Manifest succeeded(RunOutcome outcome) {
        assertThat(outcome).isInstanceOf(RunOutcome.Succeeded.class);
        return ((RunOutcome.Succeeded) outcome).manifest();
    }

    static Manifest backupIn(Path archive) throws IOException {
        try (ArchiveReader reader = ArchiveReader.open(java.nio.channels.FileChannel.open(archive),
                archive.toString())) {
            return reader.manifest().orElseThrow();
        }
    }

    static List<String> filledSlots(Path place) throws IOException {
        try (Stream<Path> entries = Files.list(place)) {
            return entries.filter(Files::isDirectory).filter(slot -> Files.exists(slot.resolve("MCDados.zip")))
                    .map(slot -> slot.getFileName().toString()).sorted().toList();
        }
    }
}
