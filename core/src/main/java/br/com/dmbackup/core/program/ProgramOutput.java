package br.com.dmbackup.core.program;

import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** A child's standard output. Its end says nothing of success: the exit code does. */
final class ProgramOutput implements ReadableByteChannel {
    private final RunningProgram program;
    private final ByteRing ring;
    private volatile boolean closed;

    ProgramOutput(RunningProgram program, ByteRing ring) {
        this.program = program;
        this.ring = ring;
    }

    @Override
    public int read(ByteBuffer target) {
        try {
            int length = ring.take(target);
            if (length < 0) {
                program.requireOutputEnded();
            }
            return length;
        } catch (InterruptedException interrupted) {
            throw program.cancelled(interrupted);
        }
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
        ring.abandon();
    }
}
