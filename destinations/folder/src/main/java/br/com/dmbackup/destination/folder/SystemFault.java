package br.com.dmbackup.destination.folder;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Tells what an exception of the file system means for a destination. The system's words may come in the person's
 * language, so what can be asked of the place (is it there, is there room, may it be written) is asked first and the
 * words are the last resort.
 */
record SystemFault(Place place) {
    /**
     * @param doing what was being done, for a cancellation
     * @param missingBytes how many bytes were still to be written; 0 when none
     */
    BackupFault of(Exception failure, String doing, long missingBytes) {
        IOException inner = failure instanceof UncheckedIOException unchecked ? unchecked.getCause() : null;
        Exception cause = inner == null ? failure : inner;
        return meaning(cause, doing, missingBytes).withForeignCode(words(cause)).causedBy(cause);
    }

    private BackupFault meaning(Exception failure, String doing, long missingBytes) {
        String words = words(failure);
        if (failure instanceof ClosedByInterruptException || failure instanceof InterruptedIOException
                || Thread.currentThread().isInterrupted()) {
            return BackupFault.of(FaultCode.CANCELLED, doing);
        }
        if (!place.present() || failure instanceof NoSuchFileException
                || says(words, "input/output error", "stale file handle", "transport endpoint", "no such device",
                        "host is down", "network", "connection", "not ready")) {
            return BackupFault.of(FaultCode.DESTINATION_LOST, place.destination(), FileWords.of(failure));
        }
        if (failure instanceof AccessDeniedException || failure instanceof ReadOnlyFileSystemException || readOnly()
                || says(words, "read-only")) {
            return BackupFault.of(FaultCode.DESTINATION_READ_ONLY, place.destination(), place.root());
        }
        long free = freeBytes();
        if (missingBytes > free || says(words, "no space left", "quota exceeded", "not enough space")) {
            return full(missingBytes, free);
        }
        return BackupFault.of(FaultCode.DESTINATION_FAILED, place.destination(), FileWords.of(failure));
    }

    BackupFault full(long neededBytes, long freeBytes) {
        return BackupFault.of(FaultCode.DESTINATION_FULL, place.destination(), neededBytes, freeBytes);
    }

    private boolean readOnly() {
        try {
            return place.store().isReadOnly();
        } catch (IOException e) {
            return false;
        }
    }

    private long freeBytes() {
        try {
            return place.space().freeBytes();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    private static boolean says(String words, String... signs) {
        return Stream.of(signs).anyMatch(words.toLowerCase(Locale.ROOT)::contains);
    }

    private static String words(Exception failure) {
        String reason = failure instanceof FileSystemException named ? named.getReason() : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }
}
