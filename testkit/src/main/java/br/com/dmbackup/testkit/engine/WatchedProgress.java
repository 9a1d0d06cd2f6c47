package br.com.dmbackup.testkit.engine;

import br.com.dmbackup.core.backup.Progress;

/** Remembers whether progress ever fell, and where it ended. */
public final class WatchedProgress implements Progress {
    private final Runnable atFirst;
    private volatile boolean fell;
    private volatile long done;
    private volatile long total = -1;
    private volatile long calls;

    public WatchedProgress() {
        this(() -> {});
    }

    /** @param atFirst done once, at the first sign of progress, in the working thread */
    public WatchedProgress(Runnable atFirst) {
        this.atFirst = atFirst;
    }

    @Override
    public void advanced(long doneBytes, long totalBytes) {
        fell |= doneBytes < done;
        done = doneBytes;
        total = totalBytes;
        long before = calls;
        calls = before + 1;
        if (before == 0) {
            atFirst.run();
        }
    }

    public boolean everFell() {
        return fell;
    }

    public long done() {
        return done;
    }

    public long total() {
        return total;
    }

    public long calls() {
        return calls;
    }
}
