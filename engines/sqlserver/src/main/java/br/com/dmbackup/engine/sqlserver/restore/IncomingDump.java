package br.com.dmbackup.engine.sqlserver.restore;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.engine.sqlserver.mtf.ServerVersion;
import br.com.dmbackup.engine.sqlserver.staging.ServerAccount;
import br.com.dmbackup.engine.sqlserver.staging.StagedFile;
import br.com.dmbackup.engine.sqlserver.staging.StagingPlace;
import br.com.dmbackup.engine.sqlserver.staging.StagingRights;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The dump in the staging folder, where it waits for the server, and what is asked of it before it is restored. */
final class IncomingDump implements AutoCloseable {
    private static final Set<PosixFilePermission> READING = Set.of(PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);

    private final Administration administration;
    private final StagedFile staged;
    private final Path folder;
    private final String folderOnServer;
    private final String onServer;

    private IncomingDump(Administration administration, StagedFile staged, Path folder, String folderOnServer,
            String onServer) {
        this.administration = administration;
        this.staged = staged;
        this.folder = folder;
        this.folderOnServer = folderOnServer;
        this.onServer = onServer;
    }

    /** A place for one; nothing is in it yet. */
    static IncomingDump awaited(Administration administration, StagingPlace place, Path stagingFolder) {
        Path folder = place.folder(stagingFolder);
        try {
            StagedFile.tidy(folder);
            StagedFile staged = StagedFile.claim(folder);
            return new IncomingDump(administration, staged, folder, place.folderOnServer(stagingFolder),
                    place.file(stagingFolder, staged.name()).onServer());
        } catch (NoSuchFileException missing) {
            throw rights(administration).missing(folder.toString()).causedBy(missing);
        } catch (AccessDeniedException denied) {
            throw rights(administration).weAreDenied(folder).causedBy(denied);
        } catch (IOException failed) {
            throw BackupFault.of(FaultCode.OUTPUT_UNWRITABLE, folder, FileWords.of(failed)).causedBy(failed);
        }
    }

    Path file() {
        return staged.file();
    }

    /** As the server sees it. */
    String onServer() {
        return onServer;
    }

    /**
     * Reads it whole, then asks the server what it is. Nothing is changed anywhere.
     *
     * @throws BackupFault {@code DUMP_TOO_NEW}, and as {@link OfflineCheck}
     */
    DumpHeader check(String target) {
        Optional<ServerVersion> told = OfflineCheck.of(staged.file(), target);
        letTheServerRead();
        return administration.run(target, connection -> {
            Optional<ServerVersion> server = DumpHeader.ofServer(connection);
            told.ifPresent(version -> requireNotNewer(version, server));
            DumpHeader header = header(connection);
            requireNotNewer(header.madeBy(), server);
            return header;
        });
    }

    private DumpHeader header(Connection connection) throws SQLException {
        try {
            return DumpHeader.of(connection, onServer);
        } catch (SQLException failed) {
            throw refusedByFolder(failed).orElseThrow(() -> failed);
        }
    }

    /** What it means that the server cannot open it, where the folder is the reason. */
    Optional<BackupFault> refusedByFolder(SQLException failed) {
        return rights(administration).refused(failed, folderOnServer);
    }

    private static StagingRights rights(Administration administration) {
        return new StagingRights(administration.run(administration.live(), ServerAccount::of));
    }

    private static void requireNotNewer(ServerVersion made, Optional<ServerVersion> server) {
        if (server.filter(ours -> made.major() > ours.major()).isPresent()) {
            throw BackupFault.of(FaultCode.DUMP_TOO_NEW, made.text(), server.map(ServerVersion::text).orElse("?"));
        }
    }

    /** Whoever may look into the folder may read the file, however careful this process is with its files otherwise. */
    private void letTheServerRead() {
        try {
            Set<PosixFilePermission> allowed = EnumSet.copyOf(Files.getPosixFilePermissions(staged.file()));
            Set<PosixFilePermission> wanted = EnumSet.copyOf(Files.getPosixFilePermissions(folder));
            wanted.retainAll(READING);
            if (allowed.addAll(wanted)) {
                Files.setPosixFilePermissions(staged.file(), allowed);
            }
        } catch (UnsupportedOperationException windows) {
            // There the file has taken over the folder's rights when it was made.
            return;
        } catch (IOException failed) {
            throw BackupFault.of(FaultCode.FILE_UNREADABLE, staged.file(), FileWords.of(failed)).causedBy(failed);
        }
    }

    @Override
    public void close() {
        staged.close();
    }
}
