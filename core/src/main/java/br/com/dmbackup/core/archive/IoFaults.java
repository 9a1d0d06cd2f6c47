package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the system says of files, as faults. */
final class IoFaults {
    /** With less room than this, a failed write is taken for a full disk, whatever language the system speaks. */
    private static final long NEARLY_FULL = 1 << 20;

    private IoFaults() {}

    static BackupFault reading(String name, IOException cause) {
        BackupFault fault = cause instanceof ClosedByInterruptException
                ? BackupFault.of(FaultCode.CANCELLED, name)
                : BackupFault.of(FaultCode.FILE_UNREADABLE, name, FileWords.of(cause));
        return fault.causedBy(cause);
    }

    /** @param neededBytes how long the file was to become, as far as known */
    static BackupFault writing(Path file, long neededBytes, IOException cause) {
        Path folder = folder(file);
        long free = freeBytes(folder);
        BackupFault fault = switch (cause) {
            case ClosedByInterruptException e -> BackupFault.of(FaultCode.CANCELLED, file.toString());
            case FileAlreadyExistsException e -> BackupFault.of(FaultCode.OUTPUT_EXISTS, file.toString());
            case IOException e when full(e, free) ->
                BackupFault.of(FaultCode.OUTPUT_FULL, folder.toString(), neededBytes, free);
            default -> BackupFault.of(FaultCode.OUTPUT_UNWRITABLE, file.toString(), FileWords.of(cause));
        };
        return fault.causedBy(cause);
    }

    static void requireRoom(Path file, long neededBytes) {
        Path folder = folder(file);
        long free = freeBytes(folder);
        if (neededBytes > free) {
            throw BackupFault.of(FaultCode.OUTPUT_FULL, folder.toString(), neededBytes, free);
        }
    }

    private static String why(IOException cause) {
        String reason = cause instanceof FileSystemException files ? files.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }

    private static boolean full(IOException cause, long free) {
        String words = why(cause).toLowerCase(Locale.ROOT);
        return words.contains("no space") || words.contains("not enough space") || free < NEARLY_FULL;
    }

    private static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file : folder;
    }

    /** A place that does not say how much room it has is tried. */
    private static long freeBytes(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
