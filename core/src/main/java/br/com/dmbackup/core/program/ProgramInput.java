package br.com.dmbackup.core.program;

import java.io.OutputStream;
import java.nio.ByteBuffer;

/** A child's standard input. */
final class ProgramInput extends OutputStream {
    private final RunningProgram program;
    private final ByteRing ring;

    ProgramInput(RunningProgram program, ByteRing ring) {
        this.program = program;
        this.ring = ring;
    }

    @Override
    public void write(int oneByte) {
        write(new byte[]{(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            if (!ring.put(ByteBuffer.wrap(bytes, offset, length))) {
                throw program.failed();
            }
        } catch (InterruptedException interrupted) {
            throw program.cancelled(interrupted);
        }
    }

    @Override
    public void close() {
        ring.end();
    }
}
