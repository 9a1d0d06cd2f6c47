package br.com.dmbackup.testkit.sqlserver.statement;

import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import br.com.dmbackup.testkit.sqlserver.state.Database;
import br.com.dmbackup.testkit.sqlserver.state.Reach;

/** What changes the session alone: its database, its transaction, its options. */
final class SessionStatements {
    private SessionStatements() {}

    /** The session's answer adds the change of environment by itself. */
    static void use(Call call, Arguments arguments) {
        Database database = Reach.open(call.instance(), call.client(), arguments.text("db"));
        call.client().use(database.name());
        call.answer().say(ServerMessage.of(5701, database.name()));
    }

    static void begin(Call call, Arguments arguments) {
        call.client().setInTransaction(true);
    }

    static void end(Call call, Arguments arguments) {
        call.client().setInTransaction(false);
    }

    static void implicitOn(Call call, Arguments arguments) {
        call.client().setImplicitTransactions(true);
    }

    static void implicitOff(Call call, Arguments arguments) {
        call.client().setImplicitTransactions(false);
    }

    static void nothing(Call call, Arguments arguments) {}
}
