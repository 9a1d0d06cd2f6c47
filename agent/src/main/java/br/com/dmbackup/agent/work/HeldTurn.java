package br.com.dmbackup.agent.work;

import br.com.dmbackup.core.installation.HomeLock;
import br.com.dmbackup.core.installation.Turn;
import java.util.Optional;

/** A job's turn at the home: the agent knows at once when it is given up. */
final class HeldTurn implements Turn, AutoCloseable {
    private final Optional<HomeLock> lock;
    private final Runnable freed;
    private volatile boolean held;

    /** @param lock none for a job that does not need the home */
    HeldTurn(Optional<HomeLock> lock, Runnable freed) {
        this.lock = lock;
        this.freed = freed;
        this.held = lock.isPresent();
    }

    boolean held() {
        return held;
    }

    @Override
    public void giveUp() {
        lock.ifPresent(HomeLock::giveUp);
        held = false;
        freed.run();
    }

    @Override
    public boolean takeAgain() {
        boolean again = lock.isEmpty() || lock.get().takeAgain();
        held = again && lock.isPresent();
        return again;
    }

    @Override
    public void close() {
        lock.ifPresent(HomeLock::close);
        held = false;
    }
}
