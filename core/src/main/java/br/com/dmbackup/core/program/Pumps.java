package br.com.dmbackup.core.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The threads that stand at a child's three pipes. They are the system's own threads: a virtual one would hold its
 * carrier while it waits in a pipe.
 */
final class Pumps {
    static final int PIECE = 64 << 10;
    private static final int RING = 512 << 10;
    private static final Duration LAST_WORDS = Duration.ofMillis(500);
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private final Process process;
    private final String name;
    private final ByteRing fromChild = new ByteRing(RING);
    private final ByteRing toChild = new ByteRing(RING);
    private final Thread errorPump;
    private final AtomicBoolean reading = new AtomicBoolean();
    private final AtomicLong reads = new AtomicLong();
    private final AtomicBoolean held = new AtomicBoolean();

    Pumps(Process process, ErrorTail errors, String name) {
        this.process = process;
        this.name = name;
        this.errorPump = start("stderr", () -> drain(errors));
    }

    ByteRing startOutput() {
        start("stdout", this::readOutput);
        Thread.ofVirtual().name(name + " exit").start(this::watch);
        return fromChild;
    }

    ByteRing startInput() {
        start("stdin", this::writeInput);
        return toChild;
    }

    /** Whether the child has ended and something that it started holds its output open. */
    boolean outputHeld() {
        return held.get();
    }

    /** Nobody reads or writes any more. The threads end when their pipes do. */
    void abandon() {
        fromChild.abandon();
        toChild.abandon();
    }

    /** The last words of a child may still be in the pipe when it has ended; a child of its own may hold it open. */
    void awaitErrors() {
        boolean interrupted = Thread.interrupted();
        try {
            errorPump.join(LAST_WORDS);
        } catch (InterruptedException again) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Thread start(String pipe, Runnable work) {
        return Thread.ofPlatform().daemon().name(name + " " + pipe).start(work);
    }

    private void drain(ErrorTail errors) {
        byte[] piece = new byte[8192];
        try (InputStream in = process.getErrorStream()) {
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                errors.add(piece, length);
            }
        } catch (IOException closed) {
            // What was said until then is kept.
            return;
        }
    }

    /**
     * Holds the stream's monitor all the time: else Java, when the child has ended, closes the pipe between two reads
     * and throws away what the child's own children still write.
     */
    private void readOutput() {
        InputStream in = process.getInputStream();
        synchronized (in) {
            try (in) {
                readToTheEnd(in);
            } catch (IOException | InterruptedException broken) {
                fromChild.abandon();
            }
        }
        fromChild.end();
    }

    private void readToTheEnd(InputStream in) throws IOException, InterruptedException {
        byte[] piece = new byte[PIECE];
        boolean wanted = true;
        while (wanted) {
            reading.set(true);
            int length = in.read(piece);
            reading.set(false);
            reads.incrementAndGet();
            wanted = length >= 0 && fromChild.put(ByteBuffer.wrap(piece, 0, length));
        }
    }

    /** Without a byte since the child ended, what is read from is not the child any more. */
    private void watch() {
        try {
            process.waitFor();
            long before = -1;
            while (!fromChild.awaitEnd(SILENCE)) {
                long now = reads.get();
                if (reading.get() && now == before) {
                    held.set(true);
                    fromChild.end();
                }
                before = now;
            }
        } catch (InterruptedException nobodyDoes) {
            fromChild.abandon();
        }
    }

    private void writeInput() {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        try (OutputStream out = process.getOutputStream()) {
            while (toChild.take(piece.clear()) >= 0) {
                out.write(piece.array(), 0, piece.position());
                out.flush();
            }
        } catch (IOException | InterruptedException nobodyReads) {
            toChild.abandon();
        }
    }
}
