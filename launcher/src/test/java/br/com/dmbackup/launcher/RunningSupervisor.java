package br.com.dmbackup.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A supervisor at work beside the test. */
final class RunningSupervisor implements AutoCloseable {
    private final Supervisor supervisor;
    private final CompletableFuture<Integer> code;

    RunningSupervisor(ProgramsInATest scene) {
        this(scene, ProgramsInATest.SHORT);
    }

    RunningSupervisor(ProgramsInATest scene, Patience patience) {
        supervisor = new Supervisor(scene.command(), patience, Clock.systemUTC(), System::nanoTime);
        code = CompletableFuture.supplyAsync(() -> {
            try {
                return supervisor.run();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }, task -> Thread.ofPlatform().daemon().start(task));
    }

    int code() throws InterruptedException {
        assertThat(supervisor.awaitEnd(Duration.ofSeconds(40))).as("ended").isTrue();
        return code.join();
    }

    /** Asks it to end and waits for it. */
    void end() {
        supervisor.end();
        try {
            assertThat(supervisor.awaitEnd(Duration.ofSeconds(20))).as("ends when asked to").isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        end();
    }
}
