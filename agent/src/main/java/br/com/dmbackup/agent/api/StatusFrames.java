package br.com.dmbackup.agent.api;

import br.com.dmbackup.agent.AgentDesk;
import br.com.dmbackup.agent.json.RecordText;
import br.com.dmbackup.protocol.api.AgentStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The status as bytes, made once for all who follow it: one thread asks the desk, and only while somebody follows. Who
 * is slow misses pictures in between, never the last one; and nobody gets more than a few in a second, as fifty who look
 * on would otherwise cost a backup what they see of it.
 */
final class StatusFrames implements AutoCloseable {
    private static final long NO_REVISION = -1;
    /** A person sees no more pictures than that. */
    private static final Duration APART = Duration.ofMillis(200);

    /** @param number grows by one with each */
    @SuppressWarnings("ArrayRecordComponent") // never changed
    record Frame(long number, byte[] bytes) {}

    private final AgentDesk desk;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition pauseOver = lock.newCondition();
    private final Thread asking;
    private int followers;
    private @Nullable Frame newest;
    private long made;

    StatusFrames(AgentDesk desk) {
        this.desk = desk;
        this.asking = Thread.ofVirtual().name("status-frames").start(this::ask);
    }

    /** One more follows; false when there are that many already. */
    boolean join(int most) {
        lock.lock();
        try {
            if (followers >= most) {
                return false;
            }
            followers++;
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            followers--;
        } finally {
            lock.unlock();
        }
    }

    /** The newest picture that is newer than that one, as soon as there is one; none after that long. */
    Optional<Frame> after(long number, Duration wait) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = wait.toNanos();
            while (newest == null || newest.number() <= number) {
                if (left <= 0) {
                    return Optional.empty();
                }
                left = changed.awaitNanos(left);
            }
            return Optional.of(newest);
        } finally {
            lock.unlock();
        }
    }

    private void ask() {
        try {
            AgentStatus last = null;
            while (true) {
                if (await()) {
                    last = null;
                }
                AgentStatus now = desk.statusAfter(last == null ? NO_REVISION : last.revision());
                if (!now.equals(last)) {
                    publish(now);
                    last = now;
                    pause();
                }
            }
        } catch (InterruptedException closed) {
            // That is how it ends.
        }
    }

    /** Until somebody follows; true when nobody did, so that what is known is old. */
    private boolean await() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            boolean idle = followers == 0;
            while (followers == 0) {
                newest = null;
                changed.await(1, TimeUnit.HOURS);
            }
            return idle;
        } finally {
            lock.unlock();
        }
    }

    private void publish(AgentStatus status) {
        byte[] bytes = ("data: " + RecordText.text(status) + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
        lock.lock();
        try {
            newest = new Frame(++made, bytes);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void pause() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = APART.toNanos();
            while (left > 0) {
                left = pauseOver.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        asking.interrupt();
    }
}
