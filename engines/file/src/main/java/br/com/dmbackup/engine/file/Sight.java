package br.com.dmbackup.engine.file;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * What a look at a file showed. Two equal ones mean that in between nothing was written and no other file took the name,
 * as far as the file system tells.
 *
 * @param identity the system's own name for the file, whatever its path; a word without meaning where there is none
 */
record Sight(Path file, long bytes, Instant modifiedAt, String identity) {

    /**
     * Looks.
     *
     * @throws BackupFault {@code DATABASE_MISSING}; {@code DATABASE_ACCESS_DENIED}; {@code NOT_A_DATABASE} for what is
     *         no file, such as a folder; {@code DUMP_FAILED}
     */
    static Sight of(Path file) {
        try {
            BasicFileAttributes told = Files.readAttributes(file, BasicFileAttributes.class);
            if (!told.isRegularFile()) {
                throw BackupFault.of(FaultCode.NOT_A_DATABASE, file, FileEngine.KIND)
                        .withForeignCode(told.isDirectory() ? "EISDIR" : "EINVAL");
            }
            return new Sight(file, told.size(), told.lastModifiedTime().toInstant(), String.valueOf(told.fileKey()));
        } catch (IOException refused) {
            throw fault(file, refused);
        }
    }

    static BackupFault fault(Path file, IOException refused) {
        BackupFault fault = switch (refused) {
            case NoSuchFileException missing -> BackupFault.of(FaultCode.DATABASE_MISSING, file);
            case AccessDeniedException denied -> BackupFault.of(FaultCode.DATABASE_ACCESS_DENIED, file, "r");
            default -> BackupFault.of(FaultCode.DUMP_FAILED, file, FileWords.of(refused));
        };
        return fault.withForeignCode(refused.getClass().getSimpleName()).causedBy(refused);
    }

    /** For a fault, in no language. */
    String figures() {
        return bytes + " bytes, " + modifiedAt;
    }
}
