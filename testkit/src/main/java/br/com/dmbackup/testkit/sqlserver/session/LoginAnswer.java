package br.com.dmbackup.testkit.sqlserver.session;

import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import br.com.dmbackup.testkit.sqlserver.statement.Answer;
import br.com.dmbackup.testkit.sqlserver.wire.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What trouble can do to a login: fail it, hold it, cut it. There is nothing to tell yet, and nothing to cancel. */
final class LoginAnswer implements Answer {
    @Override
    public void say(ServerMessage message) {}

    @Override
    public void flush() {}

    @Override
    public void columns(List<Column> columns) {}

    @Override
    public void row(List<? extends @Nullable Object> values) {}

    @Override
    public void counted(int command, long rows) {}

    @Override
    public void nextStatement() {}

    @Override
    public void breathe() {}
}
