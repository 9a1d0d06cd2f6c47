package br.com.dmbackup.journeys.agent;

import br.com.dmbackup.agent.loop.Rest;
import java.util.concurrent.TimeoutException;

/** A rest that lasts until the test says that a minute has passed. */
final class SteppedRest implements Rest {
    private static final long PATIENCE_MILLIS = 60_000;

    private boolean resting;
    private boolean woken;
    private boolean ended;

    @Override
    public synchronized boolean untilNext() throws InterruptedException {
        resting = true;
        notifyAll();
        while (!woken && !ended) {
            wait();
        }
        woken = false;
        resting = false;
        return !ended;
    }

    @Override
    public synchronized void wake() {
        woken = true;
        notifyAll();
    }

    @Override
    public synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Waits until the loop rests, and nobody has woken it. */
    synchronized void awaitRest() throws InterruptedException, TimeoutException {
        long until = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!resting || woken) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new TimeoutException("the loop does not rest");
            }
            wait(left);
        }
    }
}
