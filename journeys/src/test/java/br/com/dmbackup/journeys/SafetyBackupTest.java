package br.com.dmbackup.journeys;

import static br.com.dmbackup.journeys.SlotsTest.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.catalog.Placement.Kind;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Wanted;
import br.com.dmbackup.core.restore.DatabaseRestore;
import br.com.dmbackup.core.restore.RestoreOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three safety backups are kept, and a person may want the oldest of them back. */
class SafetyBackupTest {
    @TempDir
    Path folder;

    @Test
    void theOldestOutlivesTheRestoreThatBringsItBackAndGoesAfterwards() {
        StoreUnderTest store = new StoreUnderTest(folder).alone();
        succeeded(store.backup());
        store.sell(70);
        for (int i = 0; i < 3; i++) {
            restore(store, new Wanted.InSlot(new Slot(9)));
        }
        assertThat(StoreUnderTest.rows(store.database)).isEqualTo(500);
        BackupId oldest = safety(store).getFirst();
        assertThat(safety(store)).hasSize(3);

        restore(store, new Wanted.ById(oldest));
        assertThat(StoreUnderTest.rows(store.database)).isEqualTo(570);
        assertThat(safety(store)).hasSize(3).doesNotContain(oldest);
    }

    private static RestoreOutcome restore(StoreUnderTest store, Wanted wanted) {
        store.clock.advance(Duration.ofMinutes(1));
        try (Installation here = store.open()) {
            return new DatabaseRestore(here, store.listener).replacing(wanted);
        }
    }

    /** The oldest first. */
    private static List<BackupId> safety(StoreUnderTest store) {
        try (Installation here = store.open()) {
            return here.catalog().placementsAt(Placement.LOCAL).stream()
                    .filter(placement -> placement.kind() == Kind.SAFETY)
                    .flatMap(placement -> placement.backup().stream()).sorted().toList();
        }
    }
}
