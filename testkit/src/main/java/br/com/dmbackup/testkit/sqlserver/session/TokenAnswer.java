package br.com.dmbackup.testkit.sqlserver.session;

import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import br.com.dmbackup.testkit.sqlserver.state.Client;
import br.com.dmbackup.testkit.sqlserver.statement.Answer;
import br.com.dmbackup.testkit.sqlserver.wire.Column;
import br.com.dmbackup.testkit.sqlserver.wire.Done;
import br.com.dmbackup.testkit.sqlserver.wire.MessageToken;
import br.com.dmbackup.testkit.sqlserver.wire.PacketOutput;
import br.com.dmbackup.testkit.sqlserver.wire.Tokens;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts an answer into tokens: DONE ends the statements of a batch, DONEINPROC those inside an RPC. */
final class TokenAnswer implements Answer {
    private final PacketOutput out;
    private final Inbox inbox;
    private final Client client;
    private final String server;
    private final boolean inProcedure;
    private List<Column> columns = List.of();
    private String database;
    private int command;
    private long rows = -1;

    TokenAnswer(PacketOutput out, Inbox inbox, Client client, String server, boolean inProcedure) {
        this.out = out;
        this.inbox = inbox;
        this.client = client;
        this.server = server;
        this.inProcedure = inProcedure;
        this.database = client.database();
    }

    @Override
    public void say(ServerMessage message) {
        write(new Tokens().message(new MessageToken(message.number(), message.state(), message.severity(),
                message.text(client.language()), server, message.procedure(), message.line())));
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw gone(e);
        }
    }

    @Override
    public void columns(List<Column> described) {
        columns = described;
        write(new Tokens().columns(described));
    }

    @Override
    public void row(List<? extends @Nullable Object> values) {
        write(new Tokens().row(columns, values));
    }

    @Override
    public void counted(int which, long count) {
        command = which;
        rows = count;
    }

    @Override
    public void nextStatement() {
        end(Done.MORE);
    }

    @Override
    public void breathe() {
        if (inbox.isClosed()) {
            throw new ConnectionCut();
        }
        if (inbox.isCancelled()) {
            throw new Cancelled();
        }
    }

    /** Ends a statement. */
    void end(int status) {
        if (!client.database().equals(database)) {
            write(new Tokens().database(client.database(), database));
            database = client.database();
        }
        int count = rows < 0 ? 0 : Done.COUNT;
        write(inProcedure
                ? new Done(Done.Token.DONEINPROC, status | count | Done.MORE, command, Math.max(0, rows))
                : new Done(Done.Token.DONE, status | count, command, Math.max(0, rows)));
        command = 0;
        rows = -1;
    }

    /** Ends a procedure. */
    void endProcedure(boolean failed, @Nullable Integer handle) {
        Tokens tokens = new Tokens().returnStatus(failed ? 1 : 0);
        if (handle != null) {
            tokens.returnValue(0, handle);
        }
        write(tokens);
        write(new Done(Done.Token.DONEPROC, failed ? Done.ERROR : 0, 0, 0));
    }

    private void write(Done done) {
        try {
            out.write(done);
        } catch (IOException e) {
            throw gone(e);
        }
    }

    private void write(Tokens tokens) {
        try {
            out.write(tokens.bytes());
        } catch (IOException e) {
            throw gone(e);
        }
    }

    private static ConnectionCut gone(IOException cause) {
        ConnectionCut cut = new ConnectionCut();
        cut.initCause(cause);
        return cut;
    }
}
