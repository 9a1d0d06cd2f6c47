package br.com.dmbackup.engine.postgresql;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.DatabaseFacts;
import br.com.dmbackup.core.engine.Dump;
import br.com.dmbackup.core.engine.Restore;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.core.engine.ServiceStatus;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One database of a PostgreSQL server. */
public final class PostgresEngine implements DatabaseEngine {
    /** The engine's word in the settings. */
    public static final String KIND = "postgresql";

    static final String NAME = "PostgreSQL";
    /** By this the server's own list of sessions shows who we are. */
    static final String APPLICATION = "dmbackup";

    private final String databaseName;
    private final PostgresServer server;
    private final String live;
    private final ToolSearch search;
    private final Clock clock;
    private final Checkpoint checkpoint;
    private final Administration administration;
    private final PostgresFaults faults;
    private final ToolFaults toolFaults;
    /** What restores have made and nobody has swapped in or dropped yet, by name. */
    private final Map<String, ScratchDatabase> scratches = new HashMap<>();

    /**
     * @param databaseName names the dump
     * @param live the database's name on the server
     * @param programs the folder of the tools, where they are not to be looked for
     * @param clock names what a swap keeps; its zone is the store's
     */
    public PostgresEngine(String databaseName, PostgresServer server, String live, Optional<Path> programs, Clock clock,
            Checkpoint checkpoint) {
        this.databaseName = databaseName;
        this.server = server;
        this.live = live;
        this.search = ToolSearch.here(programs);
        this.clock = clock;
        this.checkpoint = checkpoint;
        this.administration = new Administration(server);
        this.faults = new PostgresFaults(server);
        this.toolFaults = new ToolFaults(live, this::checkService);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String databaseName() {
        return databaseName;
    }

    @Override
    public ServiceStatus checkService() {
        try {
            onLive(this::requireUsable);
            return new ServiceStatus.Ready();
        } catch (BackupFault fault) {
            return new ServiceStatus.NotReady(fault);
        }
    }

    @Override
    public DatabaseFacts facts() {
        return onLive(connection -> new DatabaseFacts(
                NAME + " " + connection.getMetaData().getDatabaseProductVersion(),
                Sql.number(connection, "SELECT pg_database_size(current_database())")));
    }

    @Override
    public Dump dump(Path stagingFolder, Progress progress) {
        onLive(this::requireUsable);
        Tools tools = search.fitting(onLive(PostgresEngine::version));
        try {
            Snapshot snapshot = Snapshot.take(server, live);
            return handOver(snapshot, () -> {
                ToolAccess access = ToolAccess.to(server, live, stagingFolder);
                return handOver(access, () -> SnapshotDump
                        .start(new SnapshotDump.DumpOrder(live, tools, toolFaults, faults), snapshot, access));
            });
        } catch (SQLException failed) {
            throw faults.of(failed, live, FaultCode.DUMP_FAILED);
        }
    }

    @Override
    public boolean countsEveryTable() {
        return true;
    }

    @Override
    public boolean recognises(byte[] head) {
        return DumpProof.recognises(head);
    }

    @Override
    public Restore restore(RestoreTarget target, long dumpBytes, Path stagingFolder) {
        target.requireBeside(KIND);
        try {
            String name = target instanceof RestoreTarget.NewDatabase(String wanted) ? wanted : live;
            ToolVersion version = administration.run(connection -> {
                requireFree(connection, target);
                return version(connection);
            });
            Restoration.Place place = new Restoration.Place(server, administration, search.fitting(version), toolFaults,
                    faults);
            return new Restoration(place, target, name, stagingFolder, scratches);
        } catch (SQLException failed) {
            throw faults.of(failed, live, FaultCode.RESTORE_FAILED);
        }
    }

    @Override
    public Optional<String> swapIn(RestoredDatabase replacement) {
        ScratchDatabase scratch = scratchOf(replacement);
        try {
            Optional<String> kept = new Swap(live, administration, clock, checkpoint).in(scratch, server);
            scratches.remove(scratch.name());
            scratch.close();
            return kept;
        } catch (SQLException failed) {
            throw faults.of(failed, live, FaultCode.RESTORE_FAILED);
        }
    }

    @Override
    public void drop(RestoredDatabase restored) {
        ScratchDatabase scratch = scratchOf(restored);
        try {
            scratch.drop(server, administration.database());
            scratches.remove(scratch.name());
            scratch.close();
        } catch (SQLException failed) {
            throw faults.of(failed, restored.name(), FaultCode.RESTORE_FAILED);
        }
    }

    @Override
    public List<String> dropLeftovers() {
        try {
            return administration.run(connection -> ScratchDatabase.dropAbandoned(connection, live));
        } catch (SQLException failed) {
            throw faults.of(failed, live, FaultCode.RESTORE_FAILED);
        }
    }

    @Override
    public void close() {
        scratches.values().forEach(ScratchDatabase::close);
        scratches.clear();
    }

    private boolean requireUsable(Connection connection) throws SQLException {
        UserTables.requireReadable(connection, server.user());
        connection.setAutoCommit(false);
        UserTables.lock(connection);
        connection.rollback();
        return true;
    }

    private void requireFree(Connection connection, RestoreTarget target) throws SQLException {
        if (!(target instanceof RestoreTarget.NewDatabase(String name))) {
            return;
        }
        if (Sql.databaseExists(connection, name)) {
            throw BackupFault.of(FaultCode.RESTORE_TARGET_EXISTS, name);
        }
        if (name.isBlank() || Sql.bytes(name) > Sql.NAME_BYTES || ScratchDatabase.isScratch(name)) {
            throw BackupFault.of(FaultCode.RESTORE_FAILED, name, "1-" + Sql.NAME_BYTES + " bytes");
        }
    }

    private static ToolVersion version(Connection connection) throws SQLException {
        return ToolVersion.ofNumber((int) Sql.number(connection, "SHOW server_version_num"));
    }

    private <T> T onLive(Session.Work<T> work) {
        try {
            return Session.once(server, live, work);
        } catch (SQLException failed) {
            throw faults.of(failed, live, FaultCode.DUMP_FAILED);
        }
    }

    private ScratchDatabase scratchOf(RestoredDatabase restored) {
        return Optional.ofNullable(scratches.get(restored.name()))
                .orElseThrow(() -> new IllegalArgumentException("not a scratch database: " + restored.name()));
    }

    /** What was opened is closed when the next step fails. */
    private static <T> T handOver(AutoCloseable opened, java.util.function.Supplier<T> next) {
        boolean handed = false;
        try {
            T made = next.get();
            handed = true;
            return made;
        } finally {
            if (!handed) {
                closeQuietly(opened);
            }
        }
    }

    private static void closeQuietly(AutoCloseable opened) {
        try {
            opened.close();
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
