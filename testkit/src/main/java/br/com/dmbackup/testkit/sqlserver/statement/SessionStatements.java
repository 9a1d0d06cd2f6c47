package br.com.dmbackup.testkit.sqlserver.statement;

import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import br.com.dmbackup.testkit.sqlserver.state.Database;
import br.com.dmbackup.testkit.sqlserver.state.Reach;
import br.com.dmbackup.testkit.sqlserver.wire.Column;
import br.com.dmbackup.testkit.sqlserver.wire.Done;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

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

    /** 0 says that it is granted, -1 that another session has it. */
    static void lock(Call call, Arguments arguments) {
        answer(call, "granted", call.instance().lock(resource(call, arguments), call.client()) ? 0 : -1);
    }

    /** 0 says that it is released, -999 that this session does not have it. */
    static void unlock(Call call, Arguments arguments) {
        answer(call, "released", call.instance().unlock(resource(call, arguments), call.client()) ? 0 : -999);
    }

    static void waitFor(Call call, Arguments arguments) {
        Trouble.pause(Duration.between(LocalTime.MIDNIGHT, LocalTime.parse(arguments.text("time"))))
                .happen(call.answer());
    }

    /** Locks of this kind lie in the session's database. */
    private static String resource(Call call, Arguments arguments) {
        return call.client().database() + "/" + arguments.text("resource");
    }

    private static void answer(Call call, String column, int value) {
        call.answer().columns(List.of(Column.number(column, 4)));
        call.answer().row(List.of(value));
        call.answer().counted(Done.SELECT, 1);
    }

    static void nothing(Call call, Arguments arguments) {}
}
