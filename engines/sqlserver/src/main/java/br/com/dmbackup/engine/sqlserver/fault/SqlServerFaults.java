package br.com.dmbackup.engine.sqlserver.fault;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerAddress;
import br.com.dmbackup.protocol.FaultCode;
import java.sql.SQLException;
import java.util.Optional;

/** Translates the server's error numbers at the engine's edge, keeping them as the foreign code. */
public final class SqlServerFaults {
    private final SqlServerAddress server;

    public SqlServerFaults(SqlServerAddress server) {
        this.server = server;
    }

    /**
     * What a failure means.
     *
     * @param subject the database (or, of a restore, its target) that was being worked on
     * @param otherwise what it is when the number says nothing better; takes a subject and words
     */
    public BackupFault of(SQLException failure, String subject, FaultCode otherwise) {
        String words = Optional.ofNullable(failure.getMessage()).orElse("?");
        BackupFault fault = switch (failure.getErrorCode()) {
            case 18456 -> BackupFault.of(FaultCode.LOGIN_REFUSED, server.login().name(), server.name(), words);
            case 911, 4060 -> BackupFault.of(FaultCode.DATABASE_MISSING, subject);
            default -> String.valueOf(failure.getSQLState()).startsWith("08")
                    ? BackupFault.of(FaultCode.SERVER_UNREACHABLE, server.name(), words)
                    : BackupFault.of(otherwise, subject, words);
        };
        return fault.withForeignCode("SQL Server " + failure.getErrorCode()).causedBy(failure);
    }
}
