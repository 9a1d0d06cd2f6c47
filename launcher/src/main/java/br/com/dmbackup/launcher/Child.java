package br.com.dmbackup.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** One child: its leash, its pulse, its end. */
final class Child {
    private static final int MOST_ERROR_LINES = 200;

    private final Process process;
    private final AtomicLong pulses = new AtomicLong();

    /**
     * @param errors told each line that it writes to its error output, until it has written too much
     * @param ended called when it has ended
     */
    Child(Process process, Consumer<String> errors, Runnable ended) {
        this.process = process;
        Thread.ofPlatform().daemon().name("pulse").start(() -> drain(process.getInputStream(), line -> {
            pulses.incrementAndGet();
        }));
        AtomicLong lines = new AtomicLong();
        Thread.ofPlatform().daemon().name("errors").start(() -> drain(process.getErrorStream(), line -> {
            if (lines.incrementAndGet() <= MOST_ERROR_LINES) {
                errors.accept(line);
            }
        }));
        var _ = process.onExit().thenRun(ended);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Of a child that is dead. */
    int exitCode() {
        return process.exitValue();
    }

    /** How many lines it has written: more of them than a moment ago means that it lives. */
    long pulses() {
        return pulses.get();
    }

    /** Lets go of the leash and waits; a child that has not ended by then is killed. */
    void end(Duration patience) throws InterruptedException {
        letGo();
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
    }

    /** Ends it and what it started, and returns when it is dead. */
    void kill() throws InterruptedException {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    private void letGo() {
        try {
            process.getOutputStream().close();
        } catch (IOException brokenPipe) {
            // It ends already, or reads no more: it is waited for all the same.
            return;
        }
    }

    private static void drain(InputStream stream, Consumer<String> line) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8), 256)) {
            for (String read = reader.readLine(); read != null; read = reader.readLine()) {
                line.accept(read);
            }
        } catch (IOException ended) {
            // The same as its end.
            return;
        }
    }
}
