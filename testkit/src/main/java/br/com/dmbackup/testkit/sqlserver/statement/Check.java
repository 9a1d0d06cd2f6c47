package br.com.dmbackup.testkit.sqlserver.statement;

import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import br.com.dmbackup.testkit.sqlserver.message.SqlError;
import br.com.dmbackup.testkit.sqlserver.state.Database;
import br.com.dmbackup.testkit.sqlserver.state.Reach;
import br.com.dmbackup.testkit.sqlserver.state.Rights;

/** DBCC CHECKDB: silent where all is well, as NO_INFOMSGS wants it. */
final class Check {
    private static final int SOME_OBJECT = 245_575_913;

    private Check() {}

    static void run(Call call, Arguments arguments) {
        Database database = Reach.open(call.instance(), call.client(), arguments.text("db"));
        if (!Rights.mayCheck(call.client().login(), database)) {
            throw SqlError.of(7983, call.client().login(), "checkdb", database.name());
        }
        Percentages percentages = new Percentages(call, 0);
        for (int percent = 0; percent <= 100; percent += 10) {
            percentages.done(percent, 100);
        }
        if (database.damagedPage() >= 0) {
            String page = "1:" + database.damagedPage();
            throw SqlError.of(8928, SOME_OBJECT, page).and(ServerMessage.of(8939, SOME_OBJECT, page))
                    .and(ServerMessage.of(8990, database.name(), 2));
        }
    }
}
