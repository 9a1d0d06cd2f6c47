package br.com.dmbackup.agent.work;

import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.protocol.StatusText;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A job in its thread, seen from outside: for how long it has run, and for how long nothing of it has moved. */
final class RunningJob implements WorkListener {
    private final Job job;
    private final MonotonicSource monotonic;
    private final WorkListener screen;
    private final BooleanSupplier mayShow;
    private final long begun;
    private volatile long moved;
    private volatile long givenUpAt;
    private volatile boolean givenUp;

    /** @param mayShow whether the status line is this job's: another one may have begun since */
    RunningJob(Job job, MonotonicSource monotonic, WorkListener screen, BooleanSupplier mayShow) {
        this.job = job;
        this.monotonic = monotonic;
        this.screen = screen;
        this.mayShow = mayShow;
        this.begun = monotonic.now().nanos();
        this.moved = begun;
    }

    Job job() {
        return job;
    }

    /** It was interrupted because it hung. */
    boolean givenUp() {
        return givenUp;
    }

    void giveUp() {
        givenUpAt = monotonic.now().nanos();
        givenUp = true;
    }

    Duration sinceGivenUp() {
        return Duration.ofNanos(monotonic.now().nanos() - givenUpAt);
    }

    Duration age() {
        return Duration.ofNanos(monotonic.now().nanos() - begun);
    }

    Duration still() {
        return Duration.ofNanos(monotonic.now().nanos() - moved);
    }

    @Override
    public void status(StatusText status) {
        move();
        if (mayShow.getAsBoolean()) {
            screen.status(status);
        }
    }

    @Override
    public void notice(Notice notice) {
        move();
        screen.notice(notice);
    }

    @Override
    public void advanced(long doneBytes, long totalBytes) {
        move();
        if (mayShow.getAsBoolean()) {
            screen.advanced(doneBytes, totalBytes);
        }
    }

    private void move() {
        moved = monotonic.now().nanos();
    }
}
