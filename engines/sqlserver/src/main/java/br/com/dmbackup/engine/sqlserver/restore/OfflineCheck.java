package br.com.dmbackup.engine.sqlserver.restore;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.engine.sqlserver.mtf.BackupSet;
import br.com.dmbackup.engine.sqlserver.mtf.DumpHead;
import br.com.dmbackup.engine.sqlserver.mtf.MtfContents;
import br.com.dmbackup.engine.sqlserver.mtf.MtfDamage;
import br.com.dmbackup.engine.sqlserver.mtf.MtfReader;
import br.com.dmbackup.engine.sqlserver.mtf.ServerVersion;
import br.com.dmbackup.engine.sqlserver.mtf.SetRecord;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a dump to its end before the server hears of it. */
final class OfflineCheck {
    private static final String PRODUCT = "SQL Server";
    private static final int NAMED_DAMAGES = 5;

    private OfflineCheck() {}

    /**
     * Checks.
     *
     * @return which server made it; none where it does not say so in a way that we understand
     * @throws BackupFault {@code NOT_A_DATABASE}, {@code RESTORED_DATABASE_DAMAGED} for one that is cut or damaged
     */
    static Optional<ServerVersion> of(Path dump, String target) {
        try (FileChannel bytes = FileChannel.open(dump)) {
            MtfReader reader = new MtfReader(bytes, bytes.size(), Progress.NONE);
            DumpHead head = reader.head();
            if (head == DumpHead.FOREIGN) {
                throw BackupFault.of(FaultCode.NOT_A_DATABASE, target, PRODUCT);
            }
            return head == DumpHead.TAPE_FORMAT ? whole(reader.read(), target) : Optional.empty();
        } catch (ClosedByInterruptException interrupted) {
            throw BackupFault.of(FaultCode.CANCELLED, target).causedBy(interrupted);
        } catch (IOException failed) {
            throw BackupFault.of(FaultCode.RESTORE_FAILED, target, FileWords.of(failed)).causedBy(failed);
        }
    }

    private static Optional<ServerVersion> whole(MtfContents contents, String target) {
        if (!contents.sound()) {
            throw BackupFault.of(FaultCode.RESTORED_DATABASE_DAMAGED, target, contents.damages().stream()
                    .limit(NAMED_DAMAGES).map(MtfDamage::line).collect(Collectors.joining("; ")));
        }
        return contents.sets().stream().findFirst().flatMap(BackupSet::record).map(SetRecord::version);
    }
}
