package br.com.dmbackup.engine.sqlserver.staging;

import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerAddress;
import java.io.File;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who the server is on its own machine: all that it reads and writes it does as this account.
 *
 * @param windows whether that machine runs Windows
 * @param name as a person finds it in the list of services
 * @param machine its computer's name
 */
public record ServerAccount(boolean windows, String name, String machine) {
    /** As which the packages for Linux run the server. */
    private static final String LINUX = "mssql";
    private static final String VIRTUAL = "NT Service\\";
    private static final String USUAL_INSTANCE = "MSSQLSERVER";
    /** Every instance's own service bears this name in every language. */
    private static final String SERVICE = "SQL Server (";
    /** Windows translates the names of these accounts; their numbers are the same everywhere. */
    private static final Map<String, String> NUMBERS = Map.of("LOCALSYSTEM", "*S-1-5-18", "NT AUTHORITY\\SYSTEM",
            "*S-1-5-18", "NT AUTHORITY\\LOCALSERVICE", "*S-1-5-19", "NT AUTHORITY\\LOCAL SERVICE", "*S-1-5-19",
            "NT AUTHORITY\\NETWORKSERVICE", "*S-1-5-20", "NT AUTHORITY\\NETWORK SERVICE", "*S-1-5-20");

    private record Machine(String separator, String instance, String name) {}

    private record Service(String name, String account) {}

    /** Asks the server; where it may not tell, it is what an installation makes unless told otherwise. */
    public static ServerAccount of(Connection connection) throws SQLException {
        Machine machine = Sql.row(connection, row -> new Machine(nonNull(row, 1), nonNull(row, 2), nonNull(row, 3)),
                "SELECT CAST(SERVERPROPERTY(N'PathSeparator') AS nvarchar(8)), "
                        + "CAST(SERVERPROPERTY(N'InstanceName') AS nvarchar(128)), "
                        + "CAST(SERVERPROPERTY(N'MachineName') AS nvarchar(128))")
                .orElseThrow();
        if (machine.separator().equals("/")) {
            return new ServerAccount(false, LINUX, machine.name());
        }
        return new ServerAccount(true, told(connection).orElse(VIRTUAL + service(machine.instance())),
                machine.name());
    }

    /** What an installation makes, of a server that cannot be asked. */
    public static ServerAccount usual(SqlServerAddress server) {
        boolean windows = File.separatorChar == '\\' || server.instance().isPresent();
        return new ServerAccount(windows, windows ? VIRTUAL + service(server.instance().orElse("")) : LINUX,
                server.host());
    }

    private static String service(String instance) {
        return instance.isEmpty() || instance.equalsIgnoreCase(USUAL_INSTANCE) ? USUAL_INSTANCE : "MSSQL$" + instance;
    }

    /** As whom other computers know it: accounts of Windows' own are known there as their computer. */
    ServerAccount seenFrom(String folder) {
        boolean ofThisMachine = isNumbered() || name.regionMatches(true, 0, VIRTUAL, 0, VIRTUAL.length());
        return windows && folder.startsWith("\\\\") && ofThisMachine
                ? new ServerAccount(true, machine + "$", machine)
                : this;
    }

    /** As a command names it. */
    String grantee() {
        String known = isNumbered() ? NUMBERS.getOrDefault(name.toUpperCase(Locale.ROOT), name) : name;
        return known.startsWith(".\\") ? known.substring(2) : known;
    }

    private boolean isNumbered() {
        return NUMBERS.containsKey(name.toUpperCase(Locale.ROOT));
    }

    /** Needs VIEW SERVER STATE, or, from 2022 on, VIEW SERVER SECURITY STATE. */
    private static Optional<String> told(Connection connection) {
        try {
            return Sql.rows(connection, row -> new Service(nonNull(row, 1), nonNull(row, 2)),
                    "SELECT servicename, service_account FROM sys.dm_server_services").stream()
                    .filter(service -> service.name().startsWith(SERVICE) && !service.account().isBlank())
                    .map(Service::account).findFirst();
        } catch (SQLException notForUs) {
            return Optional.empty();
        }
    }

    private static String nonNull(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }
}
