package br.com.dmbackup.engine.sqlserver.restore;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.engine.FileRestore;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.engine.sqlserver.restore.Databases.Standing;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Restores over the live database itself. Whatever can be known beforehand is asked before it is touched; from then on it
 * is what came back, or the fault says that it cannot be used. Whoever was in it is put out, and it is open to all again
 * in the end.
 */
final class Overwriting implements FileRestore {
    /** Somebody outside may be faster a few times. */
    private static final int TRIES = 10;

    private final Administration administration;
    private final IncomingDump dump;
    private final String live;

    Overwriting(Administration administration, IncomingDump dump) {
        this.administration = administration;
        this.dump = dump;
        this.live = administration.live();
    }

    @Override
    public Path dumpFile() {
        return dump.file();
    }

    @Override
    public RestoredDatabase finish() {
        DumpHeader header = dump.check(live);
        Loading loading = new Loading(administration, dump, live);
        Optional<Standing> before = administration.run(live, connection -> Databases.standing(connection, live));
        try (Session session = administration.open()) {
            loading.verify(session, header);
            FilePlan files = session.run(connection -> FilePlan.over(connection, live, header.files(),
                    ScratchName.number(ScratchName.of(live))));
            overwrite(session, loading, header, files, before);
        } catch (SQLException failed) {
            throw administration.fault(failed, live);
        }
        RestoredDatabase restored = settled(loading, before);
        dump.close();
        return restored;
    }

    private void overwrite(Session session, Loading loading, DumpHeader header, FilePlan files,
            Optional<Standing> before) {
        try {
            for (int attempt = 1;; attempt++) {
                try {
                    closeToOthers(session, before);
                    loading.restore(session, live, header, files, "REPLACE, ");
                    return;
                } catch (BackupFault inUse) {
                    if (inUse.code() != FaultCode.DATABASE_IN_USE || attempt == TRIES) {
                        throw inUse;
                    }
                    pause(session);
                }
            }
        } catch (RuntimeException failed) {
            throw afterwards(failed, before);
        }
    }

    private void closeToOthers(Session session, Optional<Standing> before) {
        if (before.filter(Standing::online).isPresent()) {
            run(session, connection -> Databases.closeToOthers(connection, live));
        }
    }

    private void pause(Session session) {
        run(session, Databases::pause);
    }

    /** Work without an answer. */
    @FunctionalInterface
    private interface Step {
        void on(Connection connection) throws SQLException;
    }

    private void run(Session session, Step step) {
        try {
            session.run(connection -> {
                step.on(connection);
                return true;
            });
        } catch (SQLException failed) {
            throw administration.fault(failed, live);
        }
    }

    /** The restore has failed: had it begun? */
    private RuntimeException afterwards(RuntimeException failed, Optional<Standing> before) {
        try {
            Optional<Standing> now = openedAgain(before.map(Standing::access).orElse(Standing.TO_ALL));
            boolean untouched = now.map(Standing::state).equals(before.map(Standing::state))
                    && now.filter(Standing::restoring).isEmpty();
            return untouched ? failed : broken(failed);
        } catch (BackupFault closedOrUnknown) {
            closedOrUnknown.addSuppressed(failed);
            return closedOrUnknown.code() == FaultCode.DATABASE_LEFT_CLOSED ? closedOrUnknown : broken(failed);
        }
    }

    /**
     * Open to all, if it can be opened at all.
     *
     * @param access that is right as it is
     */
    private Optional<Standing> openedAgain(String access) {
        boolean interrupted = Thread.interrupted();
        try {
            return administration.run(live, connection -> {
                Optional<Standing> now = Databases.standing(connection, live);
                boolean closed = now.filter(it -> it.online() && !it.access().equals(Standing.TO_ALL)
                        && !it.access().equals(access)).isPresent();
                if (closed) {
                    Renaming.open(connection, live);
                }
                return now;
            });
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private RestoredDatabase settled(Loading loading, Optional<Standing> before) {
        try {
            loading.check(live);
            SortedMap<String, Long> rows = administration.inside(live, live, RowCounts::of);
            List<Notice> notices = administration.run(live,
                    connection -> new Belongings(live, live, before).bringBack(connection));
            openedAgain(Standing.TO_ALL);
            return new RestoredDatabase(live, new RestoreTarget.InPlace(), rows, notices);
        } catch (RuntimeException failed) {
            try {
                openedAgain(Standing.TO_ALL);
            } catch (BackupFault stays) {
                failed.addSuppressed(stays);
            }
            throw broken(failed);
        }
    }

    private BackupFault broken(RuntimeException failed) {
        Phrase why = failed instanceof BackupFault fault ? fault::text : words -> String.valueOf(failed);
        BackupFault told = BackupFault.of(FaultCode.OVERWRITE_BROKEN, live, why, "").causedBy(failed);
        return failed instanceof BackupFault fault
                ? fault.foreignCode().map(told::withForeignCode).orElse(told)
                : told;
    }

    @Override
    public void close() {
        dump.close();
    }
}
