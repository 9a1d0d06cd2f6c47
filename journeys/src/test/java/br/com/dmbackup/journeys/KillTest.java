package br.com.dmbackup.journeys;

import static br.com.dmbackup.journeys.SlotsTest.succeeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.installation.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code kill -9} of a real process at every step that a verb reaches. */
class KillTest {
    @TempDir
    static Path base;
    private static KilledProcess processes;
    private static KillScene atomic;
    private static KillScene careful;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeScenes() throws IOException {
        processes = new KilledProcess(base);
        atomic = KillScene.make(base.resolve("atomic"), false);
        careful = KillScene.make(base.resolve("careful"), true);
    }

    @AfterAll
    static void endProcesses() {
        processes.close();
    }

    @Test
    void everyNamedStepIsReachedByAVerb() throws IOException {
        Set<Step> reached = EnumSet.noneOf(Step.class);
        for (KilledVerb verb : KilledVerb.values()) {
            reached.addAll(atomic.stepsOf(verb, folder.resolve(verb.name())));
        }
        reached.addAll(careful.stepsOf(KilledVerb.BACKUP, folder.resolve("careful")));
        assertThat(EnumSet.complementOf(EnumSet.copyOf(reached))).isEmpty();
    }

    @ParameterizedTest(name = "{0}, without atomic rename: {1}")
    @CsvSource({"BACKUP, false", "RESTORE_TO, false", "RESTORE_REPLACE, false", "DRILL, false", "DELIVER, false",
            "BACKUP, true", "DELIVER, true"})
    void aVerbKilledAtAnyStepHarmsNothingAndTheNextOneClearsUp(KilledVerb verb, boolean withoutAtomicRename)
            throws Exception {
        KillScene scene = withoutAtomicRename ? careful : atomic;
        Path unharmed = folder.resolve("unharmed");
        List<Step> steps = scene.stepsOf(verb, unharmed);
        Before before = Before.of(scene, StoreUnderTest.standingIn(unharmed));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> trials = new ArrayList<>();
            for (int i = 1; i <= steps.size(); i++) {
                int number = i;
                if (!withoutAtomicRename || insideAPlace(steps.get(number - 1))) {
                    trials.add(threads.submit(() -> tryKillingAt(number, steps, verb, scene, before)));
                }
            }
            for (Future<?> trial : trials) {
                trial.get();
            }
        }
    }

    private void tryKillingAt(int number, List<Step> steps, KilledVerb verb, KillScene scene, Before before) {
        try {
            StoreUnderTest store = scene.copy(folder.resolve(String.valueOf(number)));
            Step killed = processes.killAt(number, verb, store.root, scene.careful());
            assertThat(killed).isEqualTo(steps.get(number - 1));
            assertNothingWasHarmed(store, before, verb, killed);
            assertTheNextOneSucceeds(store, verb);
        } catch (IOException | RuntimeException | AssertionError e) {
            throw new AssertionError(verb + " killed at its step " + number + ", " + steps.get(number - 1), e);
        }
    }

    /** Between these steps the two ways to replace do not differ. */
    private static boolean insideAPlace(Step step) {
        return step.name().startsWith("PLACE_");
    }

    @Test
    void whatIsCheckedAfterAKillingIsAbleToFail() throws IOException {
        StoreUnderTest store = atomic.copy(folder.resolve("harmed"));
        Before before = Before.of(atomic, store);
        Files.write(store.root.resolve("MBHSist/state/staging/MCDados.bak"), new byte[9]);
        assertThat(StandingArchives.leftovers(store)).hasSize(1);
        byte[] whole = Files.readAllBytes(store.terminalSlot(7));
        Files.write(store.terminalSlot(7), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> assertNothingWasHarmed(store, before, KilledVerb.BACKUP, Step.RUN_ENDED))
                .hasMessageContaining("07h/MCDados.zip");
        Files.copy(store.terminalSlot(8), store.terminalSlot(7), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> assertNothingWasHarmed(store, before, KilledVerb.BACKUP, Step.RUN_ENDED))
                .isInstanceOf(AssertionError.class);
    }

    /** What stood before, and what the verb itself takes away when nobody kills it. */
    private record Before(SortedMap<ArchiveName, BackupId> local, SortedMap<ArchiveName, BackupId> terminal) {
        static Before of(KillScene scene, StoreUnderTest afterwards) {
            StoreUnderTest store = StoreUnderTest.standingIn(scene.original());
            var local = StandingArchives.soundIn(store.home.backupFolder());
            local.keySet().retainAll(StandingArchives.soundIn(afterwards.home.backupFolder()).keySet());
            return new Before(local, StandingArchives.soundIn(store.terminal));
        }
    }

    private static void assertNothingWasHarmed(StoreUnderTest store, Before before, KilledVerb verb, Step killed)
            throws IOException {
        StandingArchives.assertFinalNamesAreWhole(store.root);
        assertStillThere(StandingArchives.soundIn(store.home.backupFolder()), before.local());
        assertStillThere(StandingArchives.soundIn(store.terminal), before.terminal());
        if (killed == Step.RESTORE_OLD_ASIDE) {
            assertThat(store.database).doesNotExist();
            try (Installation here = store.open()) {
                here.engine().dropLeftovers();
            }
        }
        boolean swapped = killed == Step.RESTORE_SWAPPED
                || (killed == Step.RESTORE_ENDED && verb == KilledVerb.RESTORE_REPLACE);
        assertThat(StoreUnderTest.rows(store.database))
                .isEqualTo(swapped ? KillScene.ROWS_AT_NINE : KillScene.ROWS_NOW);
        Path restored = KilledVerb.newDatabase(store);
        if (Files.exists(restored)) {
            assertThat(StoreUnderTest.rows(restored)).isEqualTo(KillScene.ROWS_AT_NINE);
        }
    }

    /** In the slot that the killed run was to fill, and under the newest's name, the old or the new one. */
    private static void assertStillThere(SortedMap<ArchiveName, BackupId> found,
            SortedMap<ArchiveName, BackupId> before) {
        assertThat(found).containsKeys(before.keySet().toArray(ArchiveName[]::new));
        before.forEach((name, backup) -> {
            if (!name.value().startsWith("09h/") && !name.value().equals("MCDados.zip")) {
                assertThat(found.get(name)).as(name.value()).isEqualTo(backup);
            }
        });
    }

    private static void assertTheNextOneSucceeds(StoreUnderTest store, KilledVerb verb) throws IOException {
        // Killed at its very end, the restore had done its work, and would rightly refuse the name.
        Files.deleteIfExists(KilledVerb.newDatabase(store));
        verb.run(store, Checkpoint.NONE);
        assertThat(StandingArchives.leftovers(store)).isEmpty();
        boolean replaced = verb == KilledVerb.RESTORE_REPLACE;
        assertThat(StoreUnderTest.rows(store.database))
                .isEqualTo(replaced ? KillScene.ROWS_AT_NINE : KillScene.ROWS_NOW);

        succeeded(store.backupAt("2022-06-29T11:30"));
        assertThat(StandingArchives.leftovers(store)).isEmpty();
        assertNothingIsOwed(store);
    }

    private static void assertNothingIsOwed(StoreUnderTest store) throws IOException {
        try (Installation here = store.open()) {
            assertThat(here.catalog().owed()).isEmpty();
        }
        var local = StandingArchives.soundIn(store.home.backupFolder());
        assertThat(StandingArchives.soundIn(store.terminal)).containsAllEntriesOf(slots(local));
        assertThat(Files.mismatch(store.localSlot(11), store.terminalSlot(11))).isEqualTo(-1);
        assertThat(Files.mismatch(store.localSlot(11), store.terminal.resolve("MCDados.zip"))).isEqualTo(-1);
        assertThat(Files.mismatch(store.localSlot(11), store.home.backupFolder().resolve("MCDados.zip")))
                .isEqualTo(-1);
    }

    /** The hours' slots: neither the newest's second name nor what stands beside. */
    private static SortedMap<ArchiveName, BackupId> slots(SortedMap<ArchiveName, BackupId> archives) {
        var slots = new TreeMap<>(archives);
        slots.keySet().removeIf(name -> !name.value().matches("\\d\\dh/.*"));
        return slots;
    }
}
