package br.com.dmbackup.testkit.sqlserver.statement;

import br.com.dmbackup.testkit.sqlserver.media.BackupFile;
import br.com.dmbackup.testkit.sqlserver.media.MediaFault;
import br.com.dmbackup.testkit.sqlserver.media.SetInfo;
import br.com.dmbackup.testkit.sqlserver.message.SqlError;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import java.io.IOException;
import java.nio.file.Path;

/** A backup device that is a file: opened, or refused with the server's numbers. */
final class Device {
    private Device() {}

    static BackupFile open(Instance instance, Path path) {
        String refusal = instance.disk().refusalToRead(path);
        if (!refusal.isEmpty()) {
            throw SqlError.of(3201, path, refusal);
        }
        try {
            return BackupFile.open(path);
        } catch (MediaFault e) {
            throw error(e, path, "");
        } catch (IOException e) {
            throw SqlError.of(3203, path, "1117(The request could not be performed because of an I/O device error.)");
        }
    }

    /** Compares the pages' checksums. */
    static void check(BackupFile file, Path path) {
        try {
            file.checkPages();
        } catch (MediaFault e) {
            throw error(e, path, file.info().database());
        }
    }

    /** Where checksums are to be compared, the backup must have been taken with them. */
    static void needChecksums(Instance instance, BackupFile file) {
        if (!hasChecksums(instance, file.info())) {
            throw SqlError.of(3187);
        }
    }

    /** Whether a backup was taken with checksums; of one that this server did not take it is believed. */
    static boolean hasChecksums(Instance instance, SetInfo info) {
        return instance.history().stream().noneMatch(each -> each.uuid().equals(info.uuid()) && !each.checksums());
    }

    static SqlError error(MediaFault fault, Path path, String database) {
        int number = fault.kind().number();
        return switch (fault.kind()) {
            case NOT_A_BACKUP, NOT_TAPE_FORMAT -> SqlError.of(number, path);
            case CUT_SHORT -> SqlError.of(number, path, "38(Reached the end of the file.)");
            case BAD_PAGE -> SqlError.of(number, fault.detail(), database);
        };
    }
}
