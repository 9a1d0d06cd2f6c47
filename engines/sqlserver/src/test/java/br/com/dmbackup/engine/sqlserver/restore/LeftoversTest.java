package br.com.dmbackup.engine.sqlserver.restore;

import static br.com.dmbackup.engine.sqlserver.restore.RestoreScene.LIVE;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.engine.Restore;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.sqlserver.state.DatabaseState;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import br.com.dmbackup.testkit.sqlserver.statement.Hold;
import br.com.dmbackup.testkit.sqlserver.statement.Moment;
import br.com.dmbackup.testkit.sqlserver.statement.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test.
class LeftoversTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    @TempDir
    private Path folder;
    private RestoreScene store;

    @BeforeEach
    void open() {
        store = new RestoreScene(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void dropsOnlyThoseOfThisDatabaseOnWhichNobodyWorks() {
        RestoredDatabase working = store.restore(new RestoreTarget.Scratch(), store.dump());
        String left = ScratchName.of(LIVE);
        String restoring = ScratchName.of(LIVE);
        String ofAnother = ScratchName.of("Outra loja");
        for (String name : new String[]{left, restoring, ofAnother, "dmbackup_restauro_meu"}) {
            store.instance().create(name);
        }
        store.database(restoring).set(DatabaseState.RESTORING);
        try (Instance.Occupant curious = store.instance().occupy(store.database(left))) {
            assertThat(curious).isNotNull();
            assertThat(store.restores().dropLeftovers()).containsExactlyInAnyOrder(left, restoring);
        }
        assertThat(store.databases()).containsExactlyInAnyOrder(LIVE, working.name(), ofAnother,
                "dmbackup_restauro_meu");
        assertThat(store.instance().dataFolder().resolve(left + ".mdf")).doesNotExist();
        assertThat(store.another().dropLeftovers()).containsExactly(working.name());
    }

    /** A login for backups alone must be able to make them all the same. */
    @Test
    void leavesToOthersWhatItMayNotDrop() {
        String left = ScratchName.of(LIVE);
        store.instance().create(left);
        store.scene.as("dmbackup", "db_backupoperator");
        assertThat(store.restores().dropLeftovers()).isEmpty();
        assertThat(store.databases()).contains(left);
    }

    @Test
    void leavesAnOldDatabaseAloneThatNoReplacementBelongsTo() {
        String kept = LIVE + "_antes_20260101_093000";
        store.instance().create(kept);
        store.instance().create(ScratchName.of(LIVE));
        store.instance().drop(store.live());
        assertThat(store.restores().dropLeftovers()).singleElement().asString().startsWith("dmbackup_restauro_");
        assertThat(store.databases()).containsExactly(kept);
    }

    @Test
    void opensALiveDatabaseThatADeadSwapHadClosed() {
        store.instance().create(ScratchName.of(LIVE));
        store.live().setSingleUser(true);
        assertThat(store.restores().dropLeftovers()).first().asString().contains("MULTI_USER");
        assertThat(store.live().isSingleUser()).isFalse();
    }

    @Test
    void aServerThatStopsInTheMiddleLeavesWhatTheNextOneDrops() {
        Path dump = store.dump();
        store.scene.troubles().plan("RESTORE DATABASE", Moment.at(50),
                Trouble.outside(() -> store.scene.server.stop()));
        RestoreScene.refused(FaultCode.SERVER_UNREACHABLE, () -> store.restoreNew(dump));
        assertThat(store.scene.staging).isEmptyDirectory();
        store.scene.server.startAgain();
        assertThat(store.scratch().state()).isEqualTo(DatabaseState.RESTORING);
        assertThat(store.another().dropLeftovers()).hasSize(1);
        assertThat(store.databases()).containsExactly(LIVE);
    }

    @Test
    void aConnectionThatBreaksIsCleanedUpAtOnce() {
        store.scene.troubles().plan("RESTORE DATABASE", Moment.at(50), Trouble.cut());
        store.refusedNew(FaultCode.SERVER_UNREACHABLE, store.dump());
    }

    @Test
    void aPersonWhoCancelsWaitsSecondsAndLeavesNothing() throws InterruptedException {
        Path dump = store.dump();
        var before = store.everything();
        Hold hold = store.scene.troubles().hold("RESTORE DATABASE", Moment.at(50));
        AtomicReference<Object> told = new AtomicReference<>("nothing");
        CountDownLatch over = new CountDownLatch(1);
        Thread working = Thread.ofPlatform().start(() -> {
            try (Restore restore = store.begin(new RestoreTarget.NewDatabase("Volta"), dump)) {
                told.set(RestoreScene.refused(FaultCode.CANCELLED, restore::finish));
            } finally {
                over.countDown();
            }
        });
        assertThat(hold.awaitReached(SOON)).isTrue();
        working.interrupt();
        assertThat(over.await(SOON.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        assertThat(told.get()).isNotEqualTo("nothing");
        assertThat(store.everything()).isEqualTo(before);
    }

    @Test
    void aServerThatFallsSilentIsGivenUpAndCleanedUp() {
        Path dump = store.dump();
        store.scene.waiting(Duration.ofMillis(300), Duration.ofSeconds(20), Duration.ofSeconds(2));
        store.scene.troubles().hold("RESTORE DATABASE", Moment.at(50));
        store.refusedNew(FaultCode.SERVER_SILENT, dump);
    }
}
