package br.com.dmbackup.testkit.sqlserver.query;

import br.com.dmbackup.testkit.sqlserver.message.UnknownStatement;
import br.com.dmbackup.testkit.sqlserver.state.Client;
import br.com.dmbackup.testkit.sqlserver.state.Database;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import br.com.dmbackup.testkit.sqlserver.state.Login;
import br.com.dmbackup.testkit.sqlserver.state.Rights;
import br.com.dmbackup.testkit.sqlserver.wire.SqlType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Functions that ask the server about itself and about the caller. */
final class ServerFunctions {
    private final Instance instance;
    private final Client client;

    ServerFunctions(Instance instance, Client client) {
        this.instance = instance;
        this.client = client;
    }

    SqlType type(String name) {
        return switch (name) {
            case "SERVERPROPERTY" -> new SqlType.Variant();
            case "DB_ID", "@@SPID" -> new SqlType.Whole(2);
            case "@@TRANCOUNT", "HAS_PERMS_BY_NAME", "IS_SRVROLEMEMBER", "IS_ROLEMEMBER", "IS_MEMBER",
                    "HAS_DBACCESS", "FILEPROPERTY", "SUSER_ID" ->
                new SqlType.Whole(4);
            case "GETDATE" -> new SqlType.DateTime();
            case "SYSDATETIME" -> new SqlType.DateTime2();
            case "SYSTEM_USER", "SUSER_SNAME", "@@SERVERNAME", "@@VERSION", "@@LANGUAGE", "DB_NAME", "QUOTENAME" ->
                new SqlType.Text(300);
            default -> throw new UnknownStatement(name);
        };
    }

    /** @param arguments as texts, null as the empty one */
    @Nullable
    Object value(String name, List<String> arguments) {
        return switch (name) {
            case "SERVERPROPERTY" -> property(arguments.getFirst().toUpperCase(Locale.ROOT));
            case "@@SERVERNAME" -> instance.name();
            case "@@VERSION" -> "Microsoft SQL Server (the double of a test) - %s (X64) %s"
                    .formatted(instance.product().version(), instance.product().edition());
            case "@@LANGUAGE" -> client.language().serverName();
            case "@@SPID" -> client.sessionId();
            case "@@TRANCOUNT" -> client.inTransaction() ? 1 : 0;
            case "SYSTEM_USER" -> client.login().name();
            case "SUSER_SNAME" -> arguments.isEmpty() ? client.login().name() : nameOf(arguments.getFirst());
            case "SUSER_ID" -> instance.login(arguments.getFirst()).map(login -> login.name().length()).orElse(null);
            case "DB_NAME" -> client.database();
            case "QUOTENAME" -> "[" + arguments.getFirst().replace("]", "]]") + "]";
            case "DB_ID" -> instance.database(arguments.isEmpty() ? client.database() : arguments.getFirst())
                    .map(Database::id).orElse(null);
            case "GETDATE", "SYSDATETIME" -> instance.now();
            case "IS_SRVROLEMEMBER" -> hasServerRole(arguments.getFirst()) ? 1 : 0;
            case "IS_ROLEMEMBER", "IS_MEMBER" -> hasRole(arguments.getFirst()) ? 1 : 0;
            case "FILEPROPERTY" -> fileProperty(arguments);
            case "HAS_DBACCESS" -> hasAccess(arguments.getFirst());
            case "HAS_PERMS_BY_NAME" -> securable(arguments.getFirst())
                    .map(named -> hasPermission(named, arguments.get(2)) ? 1 : 0).orElse(null);
            default -> throw new UnknownStatement(name);
        };
    }

    private @Nullable Object property(String name) {
        return switch (name) {
            case "ENGINEEDITION" -> instance.product().engineEdition();
            case "EDITION" -> instance.product().edition();
            case "PRODUCTVERSION" -> instance.product().version();
            case "PRODUCTLEVEL" -> "RTM";
            case "PRODUCTMAJORVERSION" -> Integer.toString(instance.product().major());
            case "ISLOCALDB", "ISINTEGRATEDSECURITYONLY" -> 0;
            case "PATHSEPARATOR" -> instance.separator();
            case "INSTANCENAME" -> instance.name().substring(instance.name().indexOf('\\') + 1);
            case "SERVERNAME" -> instance.name();
            case "MACHINENAME" -> instance.name().substring(0, instance.name().indexOf('\\'));
            case "INSTANCEDEFAULTBACKUPPATH" -> instance.product().major() < 15 ? null : instance.backupFolder();
            case "INSTANCEDEFAULTDATAPATH", "INSTANCEDEFAULTLOGPATH" -> instance.dataFolder() + "/";
            case "COLLATION" -> "SQL_Latin1_General_CP1_CI_AS";
            default -> null;
        };
    }

    /** The double's files are never emptier than they are long. */
    private @Nullable Object fileProperty(List<String> arguments) {
        if (!arguments.get(1).equalsIgnoreCase("SpaceUsed")) {
            throw new UnknownStatement("FILEPROPERTY " + arguments);
        }
        return instance.database(client.database()).stream().flatMap(database -> database.files().stream())
                .filter(file -> file.logicalName().equalsIgnoreCase(arguments.getFirst())).findFirst()
                .map(file -> (int) file.pages()).orElse(null);
    }

    /** Of a login's SID. */
    private @Nullable Object nameOf(String sid) {
        return instance.logins().stream().filter(login -> login.sid().equals(sid)).map(Login::name).findFirst()
                .orElse(null);
    }

    private boolean hasServerRole(String role) {
        Login login = client.login();
        return login.isSysadmin() || login.serverRoles().contains(role);
    }

    private boolean hasRole(String role) {
        return client.login().isSysadmin() || instance.database(client.database())
                .filter(database -> Rights.hasRole(client.login(), database, role)).isPresent();
    }

    private @Nullable Object hasAccess(String name) {
        Optional<Database> database = instance.database(name);
        if (database.isEmpty()) {
            return null;
        }
        return Rights.isKnownIn(client.login(), database.get()) ? 1 : 0;
    }

    /** The name is read as an identifier is: nobody's where it would have to be quoted and is not. */
    private static Optional<String> securable(String written) {
        if (written.startsWith("[") && written.endsWith("]")) {
            return Optional.of(written.substring(1, written.length() - 1).replace("]]", "]"));
        }
        return Optional.of(written).filter(bare -> bare.matches("[\\p{L}_@#]?[\\p{L}\\p{N}_@$#]*"));
    }

    private boolean hasPermission(String securable, String permission) {
        Login login = client.login();
        Optional<Database> database = instance.database(securable);
        return switch (permission.toUpperCase(Locale.ROOT)) {
            case "CREATE ANY DATABASE", "CREATE DATABASE" -> login.mayCreate();
            case "VIEW SERVER STATE", "VIEW SERVER PERFORMANCE STATE" -> Rights.seesServerState(login);
            case "BACKUP DATABASE", "BACKUP LOG" -> database.filter(one -> Rights.mayBackUp(login, one)).isPresent();
            case "ALTER ANY DATABASE" -> login.isSysadmin() || login.serverRoles().contains("dbcreator")
                    || login.permissions().contains("ALTER ANY DATABASE");
            case "CONTROL", "ALTER" -> database.filter(one -> Rights.mayCheck(login, one)).isPresent();
            default -> throw new UnknownStatement("HAS_PERMS_BY_NAME " + permission);
        };
    }
}
