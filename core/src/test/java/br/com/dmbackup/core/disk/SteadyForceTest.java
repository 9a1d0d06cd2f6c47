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
        var sent = new AtomicLong();
        var disk = new TestDisk(() -> sent.set(written.get()));
        try (var force = new SteadyForce(disk)) {
            for (int i = 0; i < 1_000; i++) {
                written.addAndGet(10);
                force.wrote(10);
                assertThat(written.get() - sent.get()).isLessThanOrEqualTo(2 * STRIDE);
            }
            force.finish();
        }
        assertThat(disk.sends.get()).isGreaterThan(1_000 * 10 / (2 * (int) STRIDE + 10) - 1);
        assertThat(disk.forces).hasValue(1);
        assertThat(disk.closed).isTrue();
    }

    @Test
    void makesWhoeverIsFasterThanTheDiskWait() throws Exception {
        var allowed = new Semaphore(0);
        var past = new CountDownLatch(1);
        try (var force = new SteadyForce(new TestDisk(allowed::acquireUninterruptibly))) {
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
        try (var force = new SteadyForce(new TestDisk(() -> {
            throw new IOException("the disk is dying");
        }))) {
            force.wrote(3 * STRIDE);
            force.wrote(3 * STRIDE);
            assertThatThrownBy(force::finish).hasRootCauseMessage("the disk is dying");
        }
    }

    @Test
    void doesNotCallWhatIsShortDurableBeforeTheEnd() throws IOException {
        var disk = new TestDisk(() -> {});
        try (var force = new SteadyForce(disk)) {
            force.wrote(STRIDE - 1);
            assertThat(disk.forces).hasValue(0);
            force.finish();
        }
        assertThat(disk.sends).hasValue(0);
        assertThat(disk.forces).hasValue(1);
    }

    private interface Sending {
        void send() throws IOException;
    }

    private static final class TestDisk implements Disk {
        private final Sending sending;
        private final AtomicInteger sends = new AtomicInteger();
        private final AtomicInteger forces = new AtomicInteger();
        private boolean closed;

        private TestDisk(Sending sending) {
            this.sending = sending;
        }

        @Override
        public long stride() {
            return STRIDE;
        }

        @Override
        public void send() throws IOException {
            sends.incrementAndGet();
            sending.send();
        }

        @Override
        public void force() {
            forces.incrementAndGet();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
