package br.com.dmbackup.desktop.drive;

import br.com.dmbackup.desktop.work.Background;

/** Tells the thread that draws how far a copy is; a window needs no more than so many steps. */
public final class SteppedProgress implements TakenCopy.Progress {
    private static final double STEPS = 500;

    private final long size;
    private final Screen screen;
    private int shown = -1;

    /** On the thread that draws. */
    @FunctionalInterface
    public interface Screen {
        void copying(long written, long readBack, long of);
    }

    public SteppedProgress(long size, Screen screen) {
        this.size = size;
        this.screen = screen;
    }

    @Override
    public void written(long bytes) {
        tell(bytes, 0);
    }

    @Override
    public void readBack(long bytes) {
        tell(size, bytes);
    }

    private void tell(long written, long readBack) {
        int step = (int) (STEPS * (written + readBack) / Math.max(1, size));
        if (step != shown) {
            shown = step;
            Background.onScreen(() -> screen.copying(written, readBack, size));
        }
    }
}
