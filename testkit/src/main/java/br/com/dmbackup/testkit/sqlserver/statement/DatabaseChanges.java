package br.com.dmbackup.testkit.sqlserver.statement;

import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import br.com.dmbackup.testkit.sqlserver.message.SqlError;
import br.com.dmbackup.testkit.sqlserver.message.UnknownStatement;
import br.com.dmbackup.testkit.sqlserver.state.Database;
import br.com.dmbackup.testkit.sqlserver.state.DatabaseState;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import br.com.dmbackup.testkit.sqlserver.state.Reach;
import br.com.dmbackup.testkit.sqlserver.state.RecoveryModel;
import br.com.dmbackup.testkit.sqlserver.state.Rights;
import java.util.Optional;

/** CREATE, ALTER and DROP DATABASE. */
final class DatabaseChanges {
    private DatabaseChanges() {}

    static void create(Call call, Arguments arguments) {
        String name = arguments.text("db");
        if (!call.client().login().mayCreate()) {
            throw SqlError.of(262, "CREATE DATABASE", "master");
        }
        if (call.instance().database(name).isPresent()) {
            throw SqlError.of(1801, name);
        }
        call.instance().create(name).setOwner(call.client().login().name());
    }

    static void drop(Call call, Arguments arguments) {
        Optional<Database> database = call.instance().database(arguments.text("db"));
        if (database.isEmpty() || !Rights.mayRestoreOver(call.client().login(), database.get())) {
            throw SqlError.of(3701, "database", arguments.text("db"));
        }
        drop(call, database.get());
    }

    static void dropIfThere(Call call, Arguments arguments) {
        if (call.instance().database(arguments.text("db")).isPresent()) {
            drop(call, arguments);
        }
    }

    static void singleUser(Call call, Arguments arguments) {
        Database database = changeable(call, arguments);
        notAnothers(call, database);
        database.setSingleUser(true);
        rollBackOthers(call, database);
    }

    static void multiUser(Call call, Arguments arguments) {
        Database database = changeable(call, arguments);
        notAnothers(call, database);
        database.setSingleUser(false);
    }

    /** Whoever has it for himself cannot be put out by a change of options; only KILL helps. */
    private static void notAnothers(Call call, Database database) {
        if (database.isSingleUser() && !call.instance().othersIn(database.name(), call.client()).isEmpty()) {
            throw SqlError.of(5064, database.name()).and(ServerMessage.of(5069));
        }
    }

    static void emergency(Call call, Arguments arguments) {
        Database database = changeable(call, arguments);
        if (database.state() == DatabaseState.RESTORING) {
            throw SqlError.of(927, database.name()).and(ServerMessage.of(5069));
        }
        rollBackOthers(call, database);
        database.set(DatabaseState.EMERGENCY);
    }

    /** The files stay. A suspect database must be put into emergency first. */
    static void detach(Call call, Arguments arguments) {
        Database database = changeable(call, arguments);
        if (database.state() == DatabaseState.SUSPECT) {
            throw SqlError.of(3707);
        }
        if (!call.instance().othersIn(database.name(), call.client()).isEmpty()) {
            throw SqlError.of(3703, database.name());
        }
        call.instance().detach(database);
    }

    static void offline(Call call, Arguments arguments) {
        Database database = changeable(call, arguments);
        rollBackOthers(call, database);
        database.set(DatabaseState.OFFLINE);
    }

    static void online(Call call, Arguments arguments) {
        Database database = changeable(call, arguments);
        if (database.state() == DatabaseState.RESTORING || database.state() == DatabaseState.SUSPECT) {
            throw SqlError.of(database.state().refusal(), database.name()).and(ServerMessage.of(5069));
        }
        database.set(DatabaseState.ONLINE);
    }

    static void recovery(Call call, Arguments arguments) {
        RecoveryModel model = switch (arguments.raw("model")) {
            case "SIMPLE" -> RecoveryModel.SIMPLE;
            case "FULL" -> RecoveryModel.FULL;
            case "BULK_LOGGED" -> RecoveryModel.BULK_LOGGED;
            default -> throw new UnknownStatement(call.text());
        };
        changeable(call, arguments).set(model);
    }

    static void rename(Call call, Arguments arguments) {
        Database database = changeable(call, arguments);
        Reach.mustBeOnline(database);
        if (call.instance().database(arguments.text("to")).isPresent()) {
            throw SqlError.of(1801, arguments.text("to"));
        }
        if (!call.instance().othersIn(database.name(), call.client()).isEmpty() || !database.begin()) {
            throw SqlError.of(5030);
        }
        call.instance().rename(database, arguments.text("to"));
        database.end();
    }

    static void owner(Call call, Arguments arguments) {
        Database database = changeable(call, arguments);
        String login = arguments.text("login");
        if (call.instance().login(login).isEmpty()) {
            throw SqlError.of(15151, "find", "principal", login);
        }
        boolean may = call.client().login().isSysadmin() || login.equalsIgnoreCase(call.client().login().name());
        if (!may) {
            throw SqlError.of(15151, "find", "principal", login);
        }
        database.setOwner(login);
    }

    private static void drop(Call call, Database database) {
        boolean inUse = Instance.SYSTEM_DATABASES.contains(database.name())
                || call.client().database().equalsIgnoreCase(database.name())
                || !call.instance().othersIn(database.name(), call.client()).isEmpty();
        if (inUse || !database.begin()) {
            throw SqlError.of(3702, database.name());
        }
        call.instance().drop(database);
    }

    private static Database changeable(Call call, Arguments arguments) {
        String name = arguments.text("db");
        Optional<Database> database = call.instance().database(name);
        if (database.isEmpty() || !Rights.mayAlter(call.client().login(), database.get())) {
            throw SqlError.of(5011, name).and(ServerMessage.of(5069));
        }
        return database.get();
    }

    /** WITH ROLLBACK IMMEDIATE: whoever else is in is put out. */
    private static void rollBackOthers(Call call, Database database) {
        var others = call.instance().othersIn(database.name(), call.client());
        others.forEach(client -> {
            call.instance().leave(client);
            client.hangUp();
        });
        if (!others.isEmpty()) {
            call.answer().say(ServerMessage.of(5060, 100));
        }
    }
}
