package br.com.dmbackup.engine.sqlserver.setup;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.engine.sqlserver.access.BackupRight;
import br.com.dmbackup.engine.sqlserver.access.ServerProfile;
import br.com.dmbackup.engine.sqlserver.access.SqlServerAccess;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerAddress;
import br.com.dmbackup.engine.sqlserver.service.Listening;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tries everything that backups need, step by step, and stops at the first that fails: what comes behind it could not
 * be tried, or would fail for the same reason. Changes nothing on the server; in the staging folder it makes two files
 * and deletes them.
 */
public final class SetupCheck {
    private static final String MAY_CREATE = "SELECT HAS_PERMS_BY_NAME(NULL, NULL, 'CREATE ANY DATABASE')";
    private static final String HISTORY = "SELECT COUNT_BIG(*) FROM msdb.dbo.backupset WHERE database_name = ?";

    private final SqlServerAccess access;
    private final SqlServerAddress server;
    private final StagingTrial trial;

    public SetupCheck(SqlServerAccess access, StagingTrial trial) {
        this.access = access;
        this.server = access.server();
        this.trial = trial;
    }

    /** A step as it is tried: what it finds, for people. */
    private interface Attempt {
        String run() throws SQLException;
    }

    /**
     * Goes through the steps.
     *
     * @param told each step that was tried, as it ends
     * @param progress of the backup that the server makes on trial
     * @return why it stopped; none where all is well
     */
    public Optional<BackupFault> run(Consumer<SetupFinding> told, Progress progress) {
        return tried(told, SetupStep.NETWORK, this::network)
                .or(() -> loggedIn(told))
                .or(() -> tried(told, SetupStep.DATABASE, () -> onLive(connection -> access.live())))
                .or(() -> tried(told, SetupStep.BACKUP_RIGHT, () -> onLive(this::mayBackUp)))
                .or(() -> tried(told, SetupStep.VERIFY_RIGHT, () -> onServer(this::mayCreate)))
                .or(() -> tried(told, SetupStep.STAGING_OUT, () -> trial.serverWrites(progress)))
                .or(() -> tried(told, SetupStep.STAGING_BACK, () -> onServer(trial::serverReads)))
                .or(() -> tried(told, SetupStep.HISTORY, () -> onServer(connection -> Sql
                        .text(connection, HISTORY, access.live()).orElse("0"))));
    }

    /** What a person may want to know besides, where all steps have passed. */
    public ServerProfile profile() {
        return onLive(ServerProfile::of);
    }

    private Optional<BackupFault> tried(Consumer<SetupFinding> told, SetupStep step, Attempt attempt) {
        try {
            told.accept(SetupFinding.passed(step, attempt.run()));
            return Optional.empty();
        } catch (BackupFault fault) {
            return failed(told, step, fault);
        } catch (SQLException failure) {
            return failed(told, step, access.fault(failure, FaultCode.DUMP_FAILED));
        }
    }

    private Optional<BackupFault> failed(Consumer<SetupFinding> told, SetupStep step, BackupFault fault) {
        told.accept(SetupFinding.failed(step, server.name(), fault));
        return Optional.of(fault);
    }

    private String network() {
        int port = new Listening(server).port();
        return server.asksBrowser() ? server.name() + " (" + port + ")" : server.host() + ":" + port;
    }

    /** Encryption comes before the login, in one connection: what the failure is says how far it came. */
    private Optional<BackupFault> loggedIn(Consumer<SetupFinding> told) {
        String mode = server.encryption().mode().word();
        try {
            String version = onServer(ServerProfile::version);
            told.accept(SetupFinding.passed(SetupStep.ENCRYPTION, mode));
            told.accept(SetupFinding.passed(SetupStep.LOGIN, server.login().name() + ", SQL Server " + version));
            return Optional.empty();
        } catch (BackupFault fault) {
            boolean encrypted = fault.code() != FaultCode.SERVER_CERTIFICATE
                    && fault.code() != FaultCode.SERVER_UNREACHABLE;
            if (encrypted) {
                told.accept(SetupFinding.passed(SetupStep.ENCRYPTION, mode));
            }
            return failed(told, encrypted ? SetupStep.LOGIN : SetupStep.ENCRYPTION, fault);
        }
    }

    private <T> T onServer(Session.Work<T> work) {
        return access.onServer(FaultCode.DUMP_FAILED, work);
    }

    private <T> T onLive(Session.Work<T> work) {
        return access.onLive(FaultCode.DUMP_FAILED, work);
    }

    private String mayBackUp(Connection connection) throws SQLException {
        return require("BACKUP DATABASE", !BackupRight.isMissing(connection));
    }

    private String mayCreate(Connection connection) throws SQLException {
        return require("CREATE ANY DATABASE", Sql.text(connection, MAY_CREATE).filter("1"::equals).isPresent());
    }

    private String require(String permission, boolean granted) {
        if (!granted) {
            throw BackupFault
                    .of(FaultCode.PERMISSION_MISSING, server.login().name(),
                            Phrase.of("sqlserver.permission", permission, access.live()), "")
                    .withRemedy(Phrase.of("sqlserver.remedy.grants", server.login().name(), access.live()))
                    .withForeignCode("SQL Server 262");
        }
        return permission;
    }
}
