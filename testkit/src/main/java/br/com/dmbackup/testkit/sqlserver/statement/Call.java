package br.com.dmbackup.testkit.sqlserver.statement;

import br.com.dmbackup.testkit.sqlserver.state.Client;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One statement that somebody sent.
 *
 * @param text as it was sent
 * @param parameters by their names, as in {@code @P0}
 */
public record Call(String text, Map<String, ? extends @Nullable Object> parameters, Client client, Instance instance,
        Troubles troubles, Answer answer) {
    Call of(String otherText) {
        return new Call(otherText, parameters, client, instance, troubles, answer);
    }

    void reach(Moment moment) {
        troubles.reach(text, moment, answer);
    }
}
