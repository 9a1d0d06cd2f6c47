package br.com.dmbackup.testkit.sqlserver.statement;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds a statement still until a test lets it go on, so that the test needs to guess no times. */
public final class Hold implements Trouble {
    private static final long GLANCE_MILLIS = 5;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final boolean deaf;

    Hold() {
        this(false);
    }

    /** @param deaf whether it does not even notice a cancel */
    Hold(boolean deaf) {
        this.deaf = deaf;
    }

    @Override
    public void happen(Answer answer) {
        answer.flush();
        reached.countDown();
        await(answer, Duration.ofDays(1));
    }

    /** Waits until the statement has come here; false when it does not come in time. */
    public boolean awaitReached(Duration most) {
        return await(reached, most.toMillis());
    }

    public void release() {
        released.countDown();
    }

    void await(Answer answer, Duration most) {
        for (long left = most.toMillis(); left > 0
                && !await(released, Math.min(left, GLANCE_MILLIS)); left -= GLANCE_MILLIS) {
            if (!deaf) {
                answer.breathe();
            }
        }
    }

    private static boolean await(CountDownLatch latch, long millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Answer.ConnectionCut();
        }
    }
}
