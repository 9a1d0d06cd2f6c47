package br.com.dmbackup.engine.file;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How time passes while a dump is waited for. */
@FunctionalInterface
interface Pause {
    /** Real time. An interrupt ends it at once. */
    Pause REAL = length -> {
        boolean never = new CountDownLatch(1).await(length.toNanos(), TimeUnit.NANOSECONDS);
        assert !never;
    };

    void of(Duration length) throws InterruptedException;
}
