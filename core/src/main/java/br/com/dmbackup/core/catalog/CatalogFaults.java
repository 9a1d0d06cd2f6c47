package br.com.dmbackup.core.catalog;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Why the catalog's file cannot be used. Neither SQL nor the vendor's English reaches a person. */
final class CatalogFaults {
    private CatalogFaults() {}

    static BackupFault unusable(Path file, Exception failure) {
        SQLException sql = sqlIn(failure);
        BackupFault fault = BackupFault.of(FaultCode.CATALOG_UNUSABLE, file,
                sql == null ? FileWords.of(failure.getMessage()) : words(sql)).causedBy(failure);
        return sql == null ? fault : fault.withForeignCode("SQLite " + sql.getErrorCode());
    }

    private static @Nullable SQLException sqlIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    /** By SQLite's primary result code. */
    private static Phrase words(SQLException failure) {
        return switch (failure.getErrorCode() & 0xff) {
            case 5, 6 -> Phrase.of("file.in_use");
            case 3, 14 -> Phrase.of("file.denied");
            case 8 -> Phrase.of("file.read_only");
            case 10 -> Phrase.of("file.io");
            case 11, 26 -> Phrase.of("file.damaged");
            case 13 -> Phrase.of("file.no_room");
            default -> FileWords.of(failure.getMessage());
        };
    }
}
