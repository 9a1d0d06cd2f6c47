package br.com.dmbackup.journeys;

import static br.com.dmbackup.journeys.SlotsTest.backupIn;
import static br.com.dmbackup.journeys.SlotsTest.succeeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.dmbackup.core.catalog.RunRecord;
import br.com.dmbackup.core.deliver.Deliveries;
import br.com.dmbackup.core.deliver.DeliveryResult;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.installation.HomeLock;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.rebuild.CatalogRebuild;
import br.com.dmbackup.core.run.AutomaticRun;
import br.com.dmbackup.core.run.BackupRun;
import br.com.dmbackup.core.run.RunOutcome;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A delivery that takes longer than an hour: the service never forgets an hour because of it. */
@Timeout(60)
class SlowDeliveryTest {
    @TempDir
    Path folder;
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private StoreUnderTest store;

    @BeforeEach
    void aSlowTerminal() {
        store = new StoreUnderTest(folder).terminalAs(this::slow);
    }

    @Test
    void theNextHoursBackupIsMadeWhileTheLastOneTravelsAndFollowsIt() throws Exception {
        store.clock.set("2022-06-29T09:30");
        var first = CompletableFuture.supplyAsync(this::lockedRun);
        arrived.await();

        store.clock.set("2022-06-29T10:30");
        assertThat(lockedRunIfDue()).isInstanceOfSatisfying(RunOutcome.Partial.class,
                partial -> assertThat(partial.faults()).extracting(fault -> fault.code())
                        .containsExactly(FaultCode.DELIVERY_OWED));
        assertThat(lockedRunIfDue()).isInstanceOf(RunOutcome.Skipped.class);
        goOn.countDown();
        succeeded(first.join());
        assertBothAreThere();
    }

    @Test
    void aBackupIsMadeWhileAnotherProcessDelivers() throws Exception {
        goOn.countDown();
        Path away = folder.resolve("desligado");
        Files.move(store.terminal, away);
        store.backupAt("2022-06-29T09:30");
        Files.move(away, store.terminal);

        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch onTheWay = new CountDownLatch(1);
        store.terminalAs(real -> stopping(real, onTheWay, open));
        var delivery = CompletableFuture.supplyAsync(() -> {
            try (Installation here = store.open()) {
                return new Deliveries(here, store.listener).makeOwed();
            }
        });
        onTheWay.await();
        store.clock.set("2022-06-29T10:30");
        assertThat(lockedRun()).isInstanceOf(RunOutcome.Partial.class);
        try (Installation here = store.open()) {
            assertThat(new Deliveries(here, store.listener).makeOwed())
                    .extracting(DeliveryResult::made, DeliveryResult::stillOwed)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(0, 2));
            assertThat(new CatalogRebuild(here, store.listener).rebuild().getLast().fault().orElseThrow().code())
                    .isEqualTo(FaultCode.ALREADY_RUNNING);
        }
        open.countDown();
        assertThat(delivery.join()).extracting(DeliveryResult::made).containsExactly(2);
        assertBothAreThere();
    }

    /** Two hours' backups, nothing owed, and no run that would be made again. */
    private void assertBothAreThere() throws IOException {
        assertThat(backupIn(store.terminalSlot(9))).isEqualTo(backupIn(store.localSlot(9)));
        assertThat(backupIn(store.terminalSlot(10))).isEqualTo(backupIn(store.localSlot(10)));
        assertThat(backupIn(store.terminal.resolve("MCDados.zip"))).isEqualTo(backupIn(store.localSlot(10)));
        try (Installation here = store.open()) {
            assertThat(here.catalog().owed()).isEmpty();
            assertThat(here.catalog().runs(9)).hasSize(2).allMatch(RunRecord::placed);
        }
    }

    @Test
    void aRunInterruptedInItsDeliveryKeepsItsHour() throws Exception {
        var ended = new CompletableFuture<RunOutcome>();
        Thread run = Thread.ofPlatform().start(() -> ended.complete(lockedRun()));
        arrived.await();
        run.interrupt();
        assertThat(ended.get()).isInstanceOfSatisfying(RunOutcome.Failed.class,
                failed -> assertThat(failed.fault().code()).isEqualTo(FaultCode.CANCELLED));
        goOn.countDown();
        await().atMost(Duration.ofSeconds(10)).until(() -> !run.isAlive());
        assertThat(lockedRunIfDue()).isInstanceOf(RunOutcome.Skipped.class);
    }

    private RunOutcome lockedRun() {
        try (HomeLock lock = HomeLock.acquire(store.home, "backup", store.clock);
                Installation here = store.open()) {
            RunOutcome outcome = new BackupRun(here, store.listener, lock).run();
            // As the program does when it tells of an interruption.
            Thread.interrupted();
            return outcome;
        }
    }

    private RunOutcome lockedRunIfDue() {
        try (HomeLock lock = HomeLock.acquire(store.home, "backup", store.clock);
                Installation here = store.open()) {
            return new AutomaticRun(here, store.listener, lock).runIfDue();
        }
    }

    private Destination slow(Destination real) {
        return stopping(real, arrived, goOn);
    }

    /** Says when an archive is about to come, and lets it in when told to. */
    private static Destination stopping(Destination real, CountDownLatch coming, CountDownLatch open) {
        return (Destination) Proxy.newProxyInstance(Destination.class.getClassLoader(),
                new Class<?>[]{Destination.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("put")) {
                        coming.countDown();
                        open.await();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }
}
