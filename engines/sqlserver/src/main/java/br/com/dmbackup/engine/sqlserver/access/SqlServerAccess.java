package br.com.dmbackup.engine.sqlserver.access;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.engine.sqlserver.connection.Patience;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerAddress;
import br.com.dmbackup.engine.sqlserver.fault.SqlServerFaults;
import br.com.dmbackup.engine.sqlserver.service.Unreached;
import br.com.dmbackup.protocol.FaultCode;
import java.sql.SQLException;

/**
 * The server and the one database of it that this engine is for.
 *
 * @param live the database's name on the server
 */
public record SqlServerAccess(SqlServerAddress server, String live, Patience patience) {
    public SqlServerFaults faults() {
        return new SqlServerFaults(server);
    }

    /** Work in the server's own database, where those of administration belong. */
    public <T> T onServer(FaultCode otherwise, Session.Work<T> work) {
        try {
            return Session.once(server, Session.MASTER, work);
        } catch (SQLException failed) {
            throw new Unreached().told(fault(failed, otherwise), server);
        }
    }

    /**
     * Work in the live database. Entered from the server's own, for whoever logs in to a database that cannot be used is
     * told that the login failed, and not why.
     */
    public <T> T onLive(FaultCode otherwise, Session.Work<T> work) {
        return onServer(otherwise, connection -> {
            connection.setCatalog(live);
            return work.on(connection);
        });
    }

    /** What a failure of the live database means. */
    public BackupFault fault(SQLException failed, FaultCode otherwise) {
        return faults().of(failed, live, otherwise);
    }
}
