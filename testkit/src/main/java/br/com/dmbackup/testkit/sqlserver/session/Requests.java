package br.com.dmbackup.testkit.sqlserver.session;

import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import br.com.dmbackup.testkit.sqlserver.message.SqlError;
import br.com.dmbackup.testkit.sqlserver.message.UnknownStatement;
import br.com.dmbackup.testkit.sqlserver.state.Client;
import br.com.dmbackup.testkit.sqlserver.statement.Answer;
import br.com.dmbackup.testkit.sqlserver.statement.Call;
import br.com.dmbackup.testkit.sqlserver.statement.StatementTable;
import br.com.dmbackup.testkit.sqlserver.wire.BatchRequest;
import br.com.dmbackup.testkit.sqlserver.wire.Done;
import br.com.dmbackup.testkit.sqlserver.wire.PacketOutput;
import br.com.dmbackup.testkit.sqlserver.wire.Request;
import br.com.dmbackup.testkit.sqlserver.wire.RpcRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs what one client asks and ends every answer, however it went. */
final class Requests {
    private final Surroundings around;
    private final Client client;
    private final Inbox inbox;
    private final PacketOutput out;
    private final Preparations preparations = new Preparations();

    Requests(Surroundings around, Client client, Inbox inbox, PacketOutput out) {
        this.around = around;
        this.client = client;
        this.inbox = inbox;
        this.out = out;
    }

    /** Whether the connection stays. */
    boolean answer(Request request) throws IOException {
        boolean stays = true;
        try {
            stays = switch (request.type()) {
                case BATCH -> run(BatchRequest.read(request.payload()).text(), Map.of(), answer(false));
                case RPC -> procedure(RpcRequest.read(request.payload()));
                case REPLY, ATTENTION, TRANSACTION, LOGIN7, PRELOGIN -> refuse(answer(false), request.type().name());
            };
        } catch (Answer.Cancelled e) {
            out.write(new Done(Done.Token.DONE, Done.ERROR, 0, 0));
        }
        client.isDoing("", 0);
        out.end();
        return stays;
    }

    private boolean procedure(RpcRequest request) {
        TokenAnswer answer = answer(true);
        Preparations.Prepared found;
        try {
            found = preparations.find(request);
        } catch (UnknownStatement e) {
            refuse(answer, String.valueOf(e.getMessage()));
            answer.endProcedure(true, null);
            return true;
        }
        int errorsBefore = errors;
        boolean stays = found.text().isEmpty() || run(found.text(), found.parameters(), answer);
        answer.endProcedure(errors > errorsBefore, found.handle());
        return stays;
    }

    private boolean run(String text, Map<String, ? extends @Nullable Object> parameters, TokenAnswer answer) {
        List<StatementTable.Statement> statements;
        try {
            statements = StatementTable
                    .parse(new Call(text, parameters, client, around.instance(), around.troubles(), answer));
        } catch (UnknownStatement e) {
            return refuse(answer, String.valueOf(e.getMessage()));
        }
        boolean stays = true;
        for (int i = 0; i < statements.size() && stays; i++) {
            stays = run(statements.get(i), answer, i + 1 < statements.size() ? Done.MORE : 0);
        }
        if (statements.isEmpty()) {
            answer.end(0);
        }
        return stays;
    }

    private boolean run(StatementTable.Statement statement, TokenAnswer answer, int more) {
        try {
            statement.run();
            answer.end(more);
            return true;
        } catch (Answer.Ended e) {
            answer.end(more);
            return true;
        } catch (SqlError e) {
            return fail(answer, e, more);
        } catch (UnknownStatement e) {
            return refuse(answer, String.valueOf(e.getMessage()));
        } catch (Answer.Cancelled | Answer.ConnectionCut e) {
            throw e;
        } catch (RuntimeException e) {
            around.refused().accept("the double failed: " + e);
            return fail(answer, SqlError.of(50000, "The double itself failed: " + e), more);
        }
    }

    private int errors;

    private boolean fail(TokenAnswer answer, SqlError error, int more) {
        errors++;
        error.messages().forEach(answer::say);
        boolean fatal = error.messages().stream().anyMatch(message -> message.severity() >= ServerMessage.FATAL);
        answer.end(fatal ? Done.ERROR | Done.SERVER_ERROR : Done.ERROR | more);
        return !fatal;
    }

    private boolean refuse(TokenAnswer answer, String what) {
        around.refused().accept(what);
        String keyword = what.split("\\s", 2)[0];
        return fail(answer, SqlError.of(156, keyword, what), 0);
    }

    private TokenAnswer answer(boolean inProcedure) {
        return new TokenAnswer(out, inbox, client, around.instance().name(), inProcedure);
    }
}
