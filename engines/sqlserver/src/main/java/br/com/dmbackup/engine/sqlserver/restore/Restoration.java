package br.com.dmbackup.engine.sqlserver.restore;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.engine.FileRestore;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.engine.sqlserver.restore.Databases.Standing;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Restores beside all that exists: a scratch database is made, loaded, checked, and only then named. */
final class Restoration implements FileRestore {
    private final Administration administration;
    private final Scratches scratches;
    private final IncomingDump dump;
    private final RestoreTarget target;
    private final String scratchName;
    private final String finalName;
    private final List<Notice> notices = new ArrayList<>();
    private @Nullable ScratchDatabase scratch;
    private boolean finished;

    /**
     * @param finalName the new database, or the live one beside which the scratch stands
     */
    Restoration(Administration administration, Scratches scratches, IncomingDump dump, RestoreTarget target,
            String scratchName, String finalName) {
        this.administration = administration;
        this.scratches = scratches;
        this.dump = dump;
        this.target = target;
        this.scratchName = scratchName;
        this.finalName = finalName;
    }

    @Override
    public Path dumpFile() {
        return dump.file();
    }

    @Override
    public RestoredDatabase finish() {
        DumpHeader header = dump.check(finalName);
        Loading loading = new Loading(administration, dump, finalName);
        ScratchDatabase made = create(loading, header);
        loading.check(made.name());
        SortedMap<String, Long> rows = administration.inside(made.name(), finalName, RowCounts::of);
        if (!(target instanceof RestoreTarget.Scratch)) {
            bringBackBelongings(made);
        }
        String name = name(made);
        finished = true;
        dump.close();
        return new RestoredDatabase(name, target, rows, List.copyOf(notices));
    }

    private ScratchDatabase create(Loading loading, DumpHeader header) {
        try (Session session = administration.open()) {
            FilePlan files = session.run(connection -> FilePlan.beside(connection, administration.live(),
                    header.files(), ScratchName.number(scratchName)));
            ScratchDatabase made = scratches.reserve(scratchName);
            scratch = made;
            loading.restore(session, made.name(), header, files, "");
            return made;
        } catch (SQLException failed) {
            throw administration.fault(failed, finalName);
        }
    }

    private void bringBackBelongings(ScratchDatabase made) {
        notices.addAll(administration.run(finalName, connection -> {
            Optional<Standing> before = target.replaces()
                    ? Databases.standing(connection, finalName)
                    : Optional.empty();
            return new Belongings(made.name(), finalName, before).bringBack(connection);
        }));
    }

    private String name(ScratchDatabase made) {
        if (!(target instanceof RestoreTarget.NewDatabase)) {
            scratches.keep(made);
            return made.name();
        }
        administration.run(finalName, connection -> {
            if (Databases.exists(connection, finalName)) {
                throw BackupFault.of(FaultCode.RESTORE_TARGET_EXISTS, finalName);
            }
            Renaming.rename(connection, made.name(), finalName);
            return true;
        });
        made.close();
        return finalName;
    }

    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            dump.close();
            ScratchDatabase made = scratch;
            if (!finished && made != null) {
                finished = true;
                scratches.drop(made);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
