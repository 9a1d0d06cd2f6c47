package br.com.dmbackup.engine.postgresql;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.disk.GentleDeletion;
import br.com.dmbackup.core.engine.FileRestore;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.core.program.RunningProgram;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The dump waits in the staging folder, as {@code pg_restore} wants a file to load with several hands. It is read whole
 * before the server hears of it; then a scratch database is made, loaded, checked, and only then named.
 */
final class Restoration implements FileRestore {
    private static final int MOST_HANDS = 4;
    private static final String BROKEN_INDEXES = """
            SELECT n.nspname || '.' || c.relname
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT (i.indisvalid AND i.indisready AND i.indislive) AND c.relkind = 'i'
            """;

    private final Place place;
    private final RestoreTarget target;
    private final String finalName;
    private final Path staging;
    private final Path file;
    private final List<Notice> notices = new ArrayList<>();
    private final Map<String, ScratchDatabase> scratches;
    private @Nullable ScratchDatabase scratch;
    private boolean finished;

    /** Where the restore happens. */
    record Place(PostgresServer server, Administration administration, Tools tools, ToolFaults toolFaults,
            PostgresFaults faults) {}

    /**
     * @param finalName the new database, or the live one beside which the scratch stands
     * @param scratches takes the scratch database when it is whole and waits to be swapped in or dropped
     */
    Restoration(Place place, RestoreTarget target, String finalName, Path staging,
            Map<String, ScratchDatabase> scratches) {
        this.scratches = scratches;
        this.place = place;
        this.target = target;
        this.finalName = finalName;
        this.staging = staging;
        this.file = staging.toAbsolutePath().resolve("restauro-" + ProcessHandle.current().pid() + ".dump");
    }

    @Override
    public Path dumpFile() {
        return file;
    }

    @Override
    public RestoredDatabase finish() {
        try {
            if (!DumpProof.recognises(file)) {
                throw BackupFault.of(FaultCode.NOT_A_DATABASE, finalName, PostgresEngine.NAME);
            }
            DumpProof.of(file, place.tools(), finalName);
            DumpOutline outline = DumpOutline.of(file, place.tools(), finalName);
            ScratchDatabase made = create(outline);
            load(made, outline);
            SortedMap<String, Long> rows = Session.once(place.server(), made.name(), this::check);
            new DatabaseProperties(outline.properties()).apply(made, finalName).ifPresent(notices::add);
            String name = name(made);
            finished = true;
            GentleDeletion.deleteIfExists(file);
            return new RestoredDatabase(name, target, rows, List.copyOf(notices));
        } catch (SQLException failed) {
            throw place.faults().of(failed, finalName, FaultCode.RESTORE_FAILED);
        } catch (IOException failed) {
            throw BackupFault.of(FaultCode.RESTORE_FAILED, finalName, FileWords.of(failed)).causedBy(failed);
        }
    }

    private ScratchDatabase create(DumpOutline outline) throws SQLException {
        ScratchDatabase made = ScratchDatabase.reserve(place.server(), place.administration().database());
        scratch = made;
        new Creation(outline.creation(), place.server()).create(made, finalName).ifPresent(notices::add);
        return made;
    }

    private void load(ScratchDatabase made, DumpOutline outline) throws SQLException {
        Roles roles = made.guard().run(connection -> Roles.of(connection, outline.roles()));
        roles.notice(place.server().user()).ifPresent(notices::add);
        List<String> arguments = new ArrayList<>(List.of("--exit-on-error", "--no-password", "--jobs=" + hands(),
                ToolAccess.database()));
        if (!roles.allThere()) {
            arguments.addAll(List.of("--no-owner", "--no-privileges"));
        }
        arguments.add(file.toString());
        try (ToolAccess access = ToolAccess.to(place.server(), made.name(), staging);
                RunningProgram program = access.program(place.tools().restore(), arguments).start()) {
            program.discardOutput();
            if (program.exitCode() != 0) {
                throw place.toolFaults().ofRestore(program, finalName);
            }
        }
    }

    private static int hands() {
        return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_HANDS);
    }

    /** Counting reads each table from its first row to its last. */
    private SortedMap<String, Long> check(Connection connection) throws SQLException {
        List<String> broken = Sql.texts(connection, BROKEN_INDEXES);
        if (!broken.isEmpty()) {
            throw BackupFault.of(FaultCode.RESTORED_DATABASE_DAMAGED, finalName, String.join(", ", broken));
        }
        SortedMap<String, Long> rows = UserTables.count(connection);
        if (!(target instanceof RestoreTarget.Scratch)) {
            Sql.execute(connection, "ANALYZE");
        }
        return rows;
    }

    private String name(ScratchDatabase made) throws SQLException {
        if (!(target instanceof RestoreTarget.NewDatabase)) {
            scratches.put(made.name(), made);
            return made.name();
        }
        try {
            made.guard().run(connection -> {
                Sql.execute(connection, "ALTER DATABASE " + Sql.quoted(made.name()) + " RENAME TO "
                        + Sql.quoted(finalName));
                return true;
            });
        } catch (SQLException failed) {
            if ("42P04".equals(failed.getSQLState())) {
                throw BackupFault.of(FaultCode.RESTORE_TARGET_EXISTS, finalName).causedBy(failed);
            }
            throw failed;
        }
        made.close();
        return finalName;
    }

    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            GentleDeletion.deleteIfExists(file);
            ScratchDatabase made = scratch;
            if (!finished && made != null) {
                made.drop(place.server(), place.administration().database());
                made.close();
            }
        } catch (SQLException failed) {
            throw place.faults().of(failed, finalName, FaultCode.RESTORE_FAILED);
        } catch (IOException failed) {
            throw BackupFault.of(FaultCode.RESTORE_FAILED, finalName, FileWords.of(failed)).causedBy(failed);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
