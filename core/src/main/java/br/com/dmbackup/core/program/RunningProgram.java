package br.com.dmbackup.core.program;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One child at work. Every call that waits ends with {@code CANCELLED} when its thread is interrupted, and the child is
 * then ended. {@link #close} ends the child and whatever it started, in less than five seconds; it may be called twice,
 * after anything, from any thread.
 */
public final class RunningProgram implements AutoCloseable {
    private static final int ANSWER_BYTES = 256 << 10;

    private final Program program;
    private final Process process;
    private final ProcessTree tree;
    private final ErrorTail errors = new ErrorTail();
    private final Pumps pumps;
    private final ProgramOutput output;
    private final ProgramInput input;

    RunningProgram(Program program, Process process, boolean fed) {
        this.program = program;
        this.process = process;
        this.tree = new ProcessTree(process);
        this.pumps = new Pumps(process, errors, program.name());
        this.output = new ProgramOutput(this, pumps.startOutput());
        this.input = new ProgramInput(this, pumps.startInput());
        if (!fed) {
            input.close();
        }
    }

    public Program program() {
        return program;
    }

    /** The system's number of the child. */
    public long processId() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * What the child writes, as it comes; a child that is not read from waits. Where the child has ended and something
     * that it started keeps its output open in silence, reading ends with {@code PROGRAM_OUTPUT_HELD}; what is written after
     * a child that ended in its very first instant may be lost, as Java closes its pipes then.
     */
    public ReadableByteChannel output() {
        return output;
    }

    /**
     * What the child reads; a child that does not read makes the writer wait. Closing it is the end of the input.
     * Writing to a child that has gone or reads no more throws {@code PROGRAM_FAILED}.
     */
    public OutputStream input() {
        return input;
    }

    /** Reads and throws away whatever the child still writes. */
    public void discardOutput() {
        ByteBuffer buffer = ByteBuffer.allocate(Pumps.PIECE);
        while (output.read(buffer) >= 0) {
            buffer.clear();
        }
    }

    /**
     * Waits for the child's end. Whoever has not read its output to the end may wait for ever.
     *
     * @return its exit code; on Unix 128 and the signal's number when a signal ended it
     */
    public int exitCode() {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            throw cancelled(interrupted);
        } finally {
            if (!process.isAlive()) {
                pumps.awaitErrors();
            }
        }
    }

    /** Waits no longer than this. */
    public Optional<Integer> exitCode(Duration atMost) {
        try {
            return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.of(exitCode())
                    : Optional.empty();
        } catch (InterruptedException interrupted) {
            throw cancelled(interrupted);
        }
    }

    /** The last lines of its error output so far. */
    public List<String> errors() {
        return errors.lines();
    }

    /** This child's failure: its last words, or its exit code where it said nothing. */
    public BackupFault failed() {
        List<String> lines = errors();
        String words = lines.isEmpty()
                ? exitText()
                : String.join("; ", lines.subList(Math.max(0, lines.size() - 3),
                        lines.size()));
        return BackupFault.of(FaultCode.PROGRAM_FAILED, program.name(), words).withForeignCode(exitText());
    }

    @Override
    public void close() {
        tree.end();
        pumps.abandon();
    }

    ProgramAnswer answer(Duration atMost) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        var reading = new java.util.concurrent.FutureTask<>(() -> keep(kept), null);
        Thread.ofVirtual().start(reading);
        try {
            reading.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw cancelled(interrupted);
        } catch (TimeoutException tooLong) {
            close();
            throw BackupFault.of(FaultCode.PROGRAM_FAILED, program.name(), "> " + atMost.toSeconds() + " s")
                    .causedBy(tooLong);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof BackupFault fault) {
                throw fault;
            }
            throw new IllegalStateException(failed);
        }
        int code = exitCode();
        return new ProgramAnswer(code, kept.toString(StandardCharsets.UTF_8), errors());
    }

    private void keep(ByteArrayOutputStream kept) {
        ByteBuffer buffer = ByteBuffer.allocate(8192);
        while (output.read(buffer.clear()) >= 0) {
            kept.write(buffer.array(), 0, Math.min(buffer.position(), ANSWER_BYTES - kept.size()));
        }
    }

    void requireOutputEnded() {
        if (pumps.outputHeld()) {
            throw BackupFault.of(FaultCode.PROGRAM_OUTPUT_HELD, program.name());
        }
    }

    /** The thread stays interrupted. */
    BackupFault cancelled(InterruptedException interrupted) {
        close();
        Thread.currentThread().interrupt();
        return BackupFault.of(FaultCode.CANCELLED, program.name()).causedBy(interrupted);
    }

    private String exitText() {
        return process.isAlive() ? program.name() : "exit " + process.exitValue();
    }
}
