package br.com.dmbackup.testkit.sqlserver.session;

import br.com.dmbackup.testkit.sqlserver.login.Encryption;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import br.com.dmbackup.testkit.sqlserver.statement.Troubles;
import br.com.dmbackup.testkit.sqlserver.wire.WireHabits;
import java.util.function.Consumer;

/**
 * What a session is part of.
 *
 * @param refused hears of every statement that the double does not know
 */
public record Surroundings(Instance instance, Troubles troubles, Encryption encryption, WireHabits habits,
        Consumer<String> refused) {}
