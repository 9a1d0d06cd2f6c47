package br.com.dmbackup.engine.postgresql;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.program.Tee;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** A dump's bytes on their way to the archive, each shown to the proof first. */
final class ProvenStream implements ReadableByteChannel {
    private final Tee tee;
    private final Runnable atFirstBytes;
    private boolean ended;
    private boolean refused;

    ProvenStream(Tee tee, Runnable atFirstBytes) {
        this.tee = tee;
        this.atFirstBytes = atFirstBytes;
    }

    /** A reader that refuses ends the stream; the dump's {@code finish} says why. */
    @Override
    public int read(ByteBuffer target) throws IOException {
        if (refused || ended) {
            return -1;
        }
        try {
            int length = tee.read(target);
            if (length < 0) {
                ended = true;
            } else if (tee.bytes() == length) {
                atFirstBytes.run();
            }
            return length;
        } catch (BackupFault fault) {
            if (fault.code() != FaultCode.PROGRAM_FAILED) {
                throw fault;
            }
            refused = true;
            return -1;
        }
    }

    boolean atEnd() {
        return ended;
    }

    boolean wasRefused() {
        return refused;
    }

    long bytes() {
        return tee.bytes();
    }

    @Override
    public boolean isOpen() {
        return tee.isOpen();
    }

    @Override
    public void close() throws IOException {
        tee.close();
    }
}
