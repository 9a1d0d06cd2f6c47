package br.com.dmbackup.testkit.sqlserver.statement;

import br.com.dmbackup.testkit.sqlserver.message.SqlError;
import br.com.dmbackup.testkit.sqlserver.message.UnknownStatement;
import br.com.dmbackup.testkit.sqlserver.state.Database;
import br.com.dmbackup.testkit.sqlserver.state.Login;
import br.com.dmbackup.testkit.sqlserver.state.Reach;
import br.com.dmbackup.testkit.sqlserver.state.Rights;
import br.com.dmbackup.testkit.sqlserver.state.User;
import java.util.LinkedHashSet;
import java.util.Set;

/** Logins, users, roles and grants, as far as a technician sets them up for backups. */
final class Security {
    /** What of msdb a backup program may be given to read. */
    private static final Set<String> HISTORY = Set.of("SELECT ON dbo.backupset", "SELECT ON dbo.backupmediafamily",
            "SELECT ON dbo.suspect_pages");

    private Security() {}

    static void createLogin(Call call, Arguments arguments) {
        needSysadmin(call);
        call.instance().add(Login.of(arguments.text("login"), arguments.text("password")));
    }

    static void createUser(Call call, Arguments arguments) {
        Login login = login(call, arguments.text("login"));
        here(call).add(new User(arguments.text("user"), login.sid(), Set.of()));
    }

    /** Makes an orphan a login's again. */
    static void remapUser(Call call, Arguments arguments) {
        User user = user(call, arguments.text("user"));
        if (!Rights.mayCheck(call.client().login(), here(call))) {
            throw SqlError.of(15151, "alter", "user", user.name());
        }
        here(call).add(new User(user.name(), login(call, arguments.text("login")).sid(), user.roles()));
    }

    static void addToRole(Call call, Arguments arguments) {
        User user = user(call, arguments.text("user"));
        Set<String> roles = with(user.roles(), arguments.text("role"));
        here(call).add(new User(user.name(), user.sid(), roles));
    }

    static void addToServerRole(Call call, Arguments arguments) {
        needSysadmin(call);
        Login login = login(call, arguments.text("login"));
        call.instance().add(login.withRoles(with(login.serverRoles(), arguments.text("role")).toArray(String[]::new)));
    }

    /** Of the server; those of the present database go to its user. */
    static void grant(Call call, Arguments arguments) {
        needSysadmin(call);
        String permission = arguments.raw("permission").strip();
        if (permission.equals("VIEW DEFINITION") || HISTORY.contains(permission)) {
            User user = user(call, arguments.text("login"));
            here(call).add(new User(user.name(), user.sid(), with(user.roles(), permission)));
            return;
        }
        if (!Set.of("CREATE ANY DATABASE", "VIEW SERVER STATE", "VIEW SERVER PERFORMANCE STATE", "ALTER ANY DATABASE")
                .contains(permission)) {
            throw new UnknownStatement(call.text());
        }
        Login login = login(call, arguments.text("login"));
        call.instance()
                .add(login.withPermissions(with(login.permissions(), permission).toArray(String[]::new)));
    }

    private static Database here(Call call) {
        return Reach.open(call.instance(), call.client(), call.client().database());
    }

    private static User user(Call call, String name) {
        return here(call).users().stream().filter(user -> user.name().equalsIgnoreCase(name)).findFirst()
                .orElseThrow(() -> SqlError.of(15151, "alter", "user", name));
    }

    private static Login login(Call call, String name) {
        return call.instance().login(name).orElseThrow(() -> SqlError.of(15151, "find", "login", name));
    }

    private static void needSysadmin(Call call) {
        if (!call.client().login().isSysadmin()) {
            throw SqlError.of(15247);
        }
    }

    private static Set<String> with(Set<String> some, String another) {
        Set<String> all = new LinkedHashSet<>(some);
        all.add(another);
        return all;
    }
}
