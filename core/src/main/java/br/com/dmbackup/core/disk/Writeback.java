package br.com.dmbackup.core.disk;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Sends a file's written pages to the drive as soon as those that were sent before are there, without the flush of the drive's own cache and
 * the file system's commit that {@code fsync} adds. It makes nothing durable; {@code sync_file_range(2)} says why. Linux
 * alone has it.
 */
final class Writeback implements AutoCloseable {
    private static final int WAIT_BEFORE_AND_WRITE = 3;

    private final SystemCalls calls;
    private final int descriptor;

    private Writeback(SystemCalls calls, int descriptor) {
        this.calls = calls;
        this.descriptor = descriptor;
    }

    /** Of a file that is there; none where the system cannot do it. */
    static Optional<Writeback> of(Path file) {
        return SystemCalls.HERE.flatMap(calls -> {
            int descriptor = calls.open(file);
            return descriptor < 0 ? Optional.empty() : Optional.of(new Writeback(calls, descriptor));
        });
    }

    /** False when it failed or cannot be done for this file; why is told by forcing the file. */
    boolean send() {
        return calls.syncRange(descriptor, WAIT_BEFORE_AND_WRITE);
    }

    @Override
    public void close() {
        calls.close(descriptor);
    }
}
