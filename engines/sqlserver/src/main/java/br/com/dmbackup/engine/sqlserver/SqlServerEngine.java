package br.com.dmbackup.engine.sqlserver;

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
import br.com.dmbackup.engine.sqlserver.access.SqlServerAccess;
import br.com.dmbackup.engine.sqlserver.dump.Dumping;
import br.com.dmbackup.engine.sqlserver.mtf.DumpHead;
import br.com.dmbackup.engine.sqlserver.restore.DatabaseRestores;
import br.com.dmbackup.engine.sqlserver.setup.GrantsScript;
import br.com.dmbackup.engine.sqlserver.setup.SetupCheck;
import br.com.dmbackup.engine.sqlserver.setup.StagingTrial;
import br.com.dmbackup.engine.sqlserver.staging.StagingPlace;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** One database of a Microsoft SQL Server. */
public final class SqlServerEngine implements DatabaseEngine {
    /** The engine's word in the settings. */
    public static final String KIND = "sqlserver";

    private final String databaseName;
    private final SqlServerAccess access;
    private final StagingPlace staging;
    private final Clock clock;
    private final DatabaseRestores restores;

    /**
     * @param databaseName names the dump
     * @param clock names what a swap keeps; its zone is the store's
     */
    public SqlServerEngine(String databaseName, SqlServerAccess access, StagingPlace staging, Clock clock,
            Checkpoint checkpoint) {
        this.databaseName = databaseName;
        this.access = access;
        this.staging = staging;
        this.clock = clock;
        this.restores = new DatabaseRestores(access, staging, clock, checkpoint);
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
    public boolean countsUnfinishedWork() {
        return true;
    }

    @Override
    public boolean keepsDumps() {
        return true;
    }

    @Override
    public ServiceStatus checkService() {
        try {
            access.onLive(FaultCode.DUMP_FAILED, connection -> LiveFacts.requireBackupAllowed(connection,
                    access.live(), access.server().login().name()));
            return new ServiceStatus.Ready();
        } catch (BackupFault fault) {
            return new ServiceStatus.NotReady(fault);
        }
    }

    @Override
    public DatabaseFacts facts() {
        return access.onLive(FaultCode.DUMP_FAILED, LiveFacts::of);
    }

    @Override
    public Dump dump(Path stagingFolder, Progress progress) {
        return new Dumping(access, staging, clock.getZone()).take(stagingFolder, progress);
    }

    @Override
    public boolean recognises(byte[] head) {
        return DumpHead.of(head) == DumpHead.TAPE_FORMAT;
    }

    @Override
    public Restore restore(RestoreTarget target, long dumpBytes, Path stagingFolder) {
        return restores.begin(target, stagingFolder);
    }

    @Override
    public boolean canOverwrite() {
        return true;
    }

    @Override
    public Optional<String> swapIn(RestoredDatabase replacement) {
        return restores.swapIn(replacement);
    }

    @Override
    public void drop(RestoredDatabase restored) {
        restores.drop(restored);
    }

    @Override
    public List<String> dropLeftovers() {
        return restores.dropLeftovers();
    }

    /**
     * Tries all that this engine's settings say.
     *
     * @param stagingFolder the home's own
     */
    public SetupCheck setupCheck(Path stagingFolder) {
        return new SetupCheck(access,
                new StagingTrial(access, staging, stagingFolder, progress -> dump(stagingFolder, progress)));
    }

    /** The script that gives a login what this engine's backups need. */
    public GrantsScript grants(String login) {
        return new GrantsScript(access.live(), login);
    }

    /** Who logs in for the backups of each hour. */
    public String login() {
        return access.server().login().name();
    }

    @Override
    public void close() {
        restores.close();
    }
}
