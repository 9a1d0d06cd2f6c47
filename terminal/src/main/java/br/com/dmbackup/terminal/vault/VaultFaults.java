package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/** What the system says of this terminal's files, as faults. */
final class VaultFaults {
    private VaultFaults() {}

    @FunctionalInterface
    interface Work<T> {
        T done() throws IOException;
    }

    /** Does something, and tells what goes wrong in our words. */
    static <T> T at(Path what, Work<T> work) {
        try {
            return work.done();
        } catch (UncheckedIOException e) {
            throw of(what, new IOException(e));
        } catch (IOException e) {
            throw of(what, e);
        }
    }

    static BackupFault of(Path what, IOException cause) {
        BackupFault fault = cause instanceof ClosedByInterruptException
                ? BackupFault.of(FaultCode.CANCELLED, what)
                : BackupFault.of(FaultCode.TERMINAL_STORE_FAILED, what, FileWords.of(cause));
        return fault.causedBy(cause);
    }

    /** Whether a failed write failed for lack of room. */
    static boolean full(IOException cause) {
        String reason = cause instanceof FileSystemException files ? files.getReason() : cause.getMessage();
        String words = reason == null ? "" : reason.toLowerCase(Locale.ROOT);
        return words.contains("no space") || words.contains("not enough space") || words.contains("quota exceeded");
    }

    static void stopWhenInterrupted(Path what) {
        if (Thread.currentThread().isInterrupted()) {
            throw BackupFault.of(FaultCode.CANCELLED, what);
        }
    }
}
