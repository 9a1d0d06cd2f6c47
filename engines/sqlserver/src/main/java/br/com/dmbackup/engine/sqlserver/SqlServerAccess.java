package br.com.dmbackup.engine.sqlserver;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.engine.sqlserver.connection.Patience;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerAddress;
import br.com.dmbackup.engine.sqlserver.fault.SqlServerFaults;
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
        return in(Session.MASTER, otherwise, work);
    }

    /** Work in the live database. */
    public <T> T onLive(FaultCode otherwise, Session.Work<T> work) {
        return in(live, otherwise, work);
    }

    private <T> T in(String database, FaultCode otherwise, Session.Work<T> work) {
        try {
            return Session.once(server, database, work);
        } catch (SQLException failed) {
            throw faults().of(failed, live, otherwise);
        }
    }

    /** What a failure of the live database means. */
    public BackupFault fault(SQLException failed, FaultCode otherwise) {
        return faults().of(failed, live, otherwise);
    }
}
