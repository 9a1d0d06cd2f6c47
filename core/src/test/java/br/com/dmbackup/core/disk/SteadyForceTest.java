package br.com.dmbackup.core.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SteadyForceTest {
    private static final long STRIDE = 100;

    @Test
    void neverLeavesMoreThanTwoStridesAndAPieceInTheWayOfOthers() throws IOException {
        var written = new AtomicLong();
        var durable = new AtomicLong();
        var forces = new AtomicInteger();
        try (var force = new SteadyForce(metaData -> {
            long before = written.get();
            forces.incrementAndGet();
            durable.set(before);
        }, STRIDE)) {
            for (int i = 0; i < 1_000; i++) {
                written.addAndGet(10);
                force.wrote(10);
                assertThat(written.get() - durable.get()).isLessThanOrEqualTo(2 * STRIDE);
            }
            force.finish();
        }
        assertThat(forces.get()).isGreaterThan(1_000 * 10 / (2 * (int) STRIDE));
        assertThat(durable.get()).isEqualTo(written.get());
    }

    @Test
    void makesWhoeverIsFasterThanTheDiskWait() throws Exception {
        var allowed = new Semaphore(0);
        var past = new CountDownLatch(1);
        try (var force = new SteadyForce(metaData -> allowed.acquireUninterruptibly(), STRIDE)) {
            Thread writer = Thread.ofPlatform().daemon().start(() -> {
                force.wrote(3 * STRIDE);
                past.countDown();
            });
            while (writer.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            assertThat(past.getCount()).isEqualTo(1);
            allowed.release(10);
            assertThat(past.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void tellsAFailureThatLiesBackAndHoldsNobodyUp() {
        try (var force = new SteadyForce(metaData -> {
            throw new IOException("the disk is dying");
        }, STRIDE)) {
            force.wrote(3 * STRIDE);
            force.wrote(3 * STRIDE);
            assertThatThrownBy(force::finish).hasRootCauseMessage("the disk is dying");
        }
    }

    @Test
    void doesNotCallWhatIsShortDurableBeforeTheEnd() throws IOException {
        var forces = new AtomicInteger();
        try (var force = new SteadyForce(metaData -> {
            assertThat(metaData).isTrue();
            forces.incrementAndGet();
        }, STRIDE)) {
            force.wrote(STRIDE - 1);
            force.finish();
        }
        assertThat(forces).hasValue(1);
    }
}
