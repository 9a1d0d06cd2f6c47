package br.com.dmbackup.testkit.sqlserver.state;

import br.com.dmbackup.testkit.sqlserver.message.SqlError;

/** Which databases a client can get at, and why not. */
public final class Reach {
    private Reach() {}

    /** 911 where there is none of this name. */
    public static Database existing(Instance instance, String name) {
        return instance.database(name).orElseThrow(() -> SqlError.of(911, name));
    }

    /** One that can be opened, in which the client may come. */
    public static Database open(Instance instance, Client client, String name) {
        Database database = existing(instance, name);
        mustBeOnline(database);
        if (database.isSingleUser() && !instance.othersIn(name, client).isEmpty()) {
            throw SqlError.of(924, database.name());
        }
        Rights.mayEnter(client.login(), database);
        return database;
    }

    public static void mustBeOnline(Database database) {
        if (database.state() != DatabaseState.ONLINE) {
            throw SqlError.of(database.state().refusal(), database.name());
        }
    }

    public static void noTransaction(Client client) {
        if (client.inTransaction()) {
            throw SqlError.of(3021);
        }
    }
}
