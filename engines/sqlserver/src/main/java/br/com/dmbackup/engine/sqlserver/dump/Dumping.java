package br.com.dmbackup.engine.sqlserver.dump;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.engine.FileDump;
import br.com.dmbackup.engine.sqlserver.access.LiveSize;
import br.com.dmbackup.engine.sqlserver.access.SqlServerAccess;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.engine.sqlserver.staging.StagedFile;
import br.com.dmbackup.engine.sqlserver.staging.StagingPlace;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.NoticeCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has the server back up the live database into the staging folder. */
public final class Dumping {
    private final SqlServerAccess access;
    private final StagingPlace place;
    private final ZoneId zone;

    /** @param zone of the server's clock, as far as anybody knows */
    public Dumping(SqlServerAccess access, StagingPlace place, ZoneId zone) {
        this.access = access;
        this.place = place;
        this.zone = zone;
    }

    /**
     * The dump, whole on the disk.
     *
     * @param stagingFolder the home's own, where the settings name no other
     * @throws BackupFault and nothing is left in the folder, as far as we may delete there
     */
    public FileDump take(Path stagingFolder, Progress progress) {
        stopWhereInterrupted();
        try (Session session = Session.open(access.server(), Session.MASTER)) {
            Duration silence = access.patience().silence();
            session.answersWithin(silence.compareTo(Session.QUESTION) < 0 ? silence : Session.QUESTION);
            return staged(session, stagingFolder, progress);
        } catch (SQLException failed) {
            throw access.fault(failed, FaultCode.DUMP_FAILED);
        }
    }

    private FileDump staged(Session session, Path stagingFolder, Progress progress) throws SQLException {
        Path folder = place.folder(stagingFolder);
        StagingTrouble trouble = new StagingTrouble(access, session, folder, place.folderOnServer(stagingFolder));
        List<Notice> notices;
        StagedFile staged;
        try {
            notices = tidy(folder);
            staged = StagedFile.claim(folder);
        } catch (IOException refused) {
            throw trouble.ofFolder(refused);
        }
        try {
            String onServer = place.file(stagingFolder, staged.name()).onServer();
            FinishedBackup backup = backUp(session, staged.file(), new BackupStatement(access.live(), onServer),
                    trouble,
                    progress);
            return new StagedDump(access, staged, onServer, backup.withNotices(notices));
        } catch (SQLException | RuntimeException | Error failed) {
            staged.close();
            throw failed;
        }
    }

    private FinishedBackup backUp(Session session, Path file, BackupStatement statement, StagingTrouble trouble,
            Progress progress) throws SQLException {
        LiveSize size = onLive(session, LiveSize::of).orElse(LiveSize.UNKNOWN);
        LiveTables before = onLive(session, LiveTables::of).orElse(LiveTables.UNSEEN);
        String sign = run(session, statement, trouble, new BytesOfPercent(progress, size.dataBytes()));
        LiveTables after = onLive(session, LiveTables::of).orElse(LiveTables.UNSEEN);
        long length = readableBytes(file, trouble);
        Neighbourhood neighbourhood = new Neighbourhood(session, access.live(), zone);
        Optional<Witness> witness = neighbourhood.witness(statement.name(), length);
        return new FinishedBackup(statement.name(), sign, length, before.unchangedUntil(after), witness,
                neighbourhood.notices(witness, size));
    }

    private String run(Session session, BackupStatement statement, StagingTrouble trouble, BytesOfPercent bytes)
            throws SQLException {
        try {
            String sign = statement.run(session, access.patience(), bytes);
            bytes.end();
            stopWhereInterrupted();
            return sign;
        } catch (SQLException failed) {
            throw trouble.of(failed);
        }
    }

    /** Where the live database itself cannot be asked, the BACKUP will say why. */
    private <T> Optional<T> onLive(Session session, Session.Work<T> question) {
        try {
            return Optional.of(session.run(connection -> {
                connection.setCatalog(access.live());
                try {
                    return Sql.withoutWaiting(connection, question);
                } finally {
                    connection.setCatalog(Session.MASTER);
                }
            }));
        } catch (SQLException notForUs) {
            return Optional.empty();
        }
    }

    /** Of a file that opens for us too. */
    private static long readableBytes(Path file, StagingTrouble trouble) throws SQLException {
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.size();
        } catch (IOException unreadable) {
            throw trouble.ofFile(file, unreadable);
        }
    }

    private static List<Notice> tidy(Path folder) throws IOException {
        StagedFile.Tidied tidied = StagedFile.tidy(folder);
        List<Notice> notices = new ArrayList<>();
        if (tidied.removed() > 0) {
            notices.add(Notice.of(NoticeCode.LEFTOVERS_REMOVED, folder, tidied.removed()));
        }
        tidied.stuck().forEach(stuck -> notices
                .add(Notice.of(NoticeCode.STAGED_FILE_STAYS, stuck.file(), FileWords.of(stuck.why()))));
        return notices;
    }

    private void stopWhereInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw BackupFault.of(FaultCode.CANCELLED, access.live());
        }
    }
}
