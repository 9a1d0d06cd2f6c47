package br.com.dmbackup.testkit.sqlserver.session;

import br.com.dmbackup.testkit.sqlserver.login.Login7;
import br.com.dmbackup.testkit.sqlserver.message.Language;
import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import br.com.dmbackup.testkit.sqlserver.message.SqlError;
import br.com.dmbackup.testkit.sqlserver.state.Client;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import br.com.dmbackup.testkit.sqlserver.state.Login;
import br.com.dmbackup.testkit.sqlserver.state.Reach;
import java.util.Optional;

/** Lets logins in, or says why not, with the server's numbers. */
final class Doorman {
    private static final int FIRST_SESSION = 51;
    private final Instance instance;

    Doorman(Instance instance) {
        this.instance = instance;
    }

    Client admit(Login7 asked, Runnable hangUp) {
        if (asked.integrated()) {
            throw SqlError.of(18452);
        }
        Optional<Login> known = instance.login(asked.user())
                .filter(login -> login.password().equals(asked.password()));
        Login login = known.orElseThrow(() -> SqlError.of(18456, asked.user()));
        if (login.condition() != Login.Condition.OPEN) {
            throw SqlError.of(login.condition().number(), login.name());
        }
        String database = asked.database().isEmpty() ? login.database() : asked.database();
        Client client = new Client(FIRST_SESSION + instance.nextNumber(), login, asked.application(), language(asked),
                database, hangUp);
        try {
            client.use(Reach.open(instance, client, database).name());
        } catch (SqlError e) {
            SqlError why = asked.database().isEmpty() ? SqlError.of(4064) : SqlError.of(4060, database);
            throw why.and(ServerMessage.of(18456, login.name()));
        }
        return client;
    }

    Language language(Login7 asked) {
        return Language.named(asked.language()).orElse(instance.language());
    }
}
