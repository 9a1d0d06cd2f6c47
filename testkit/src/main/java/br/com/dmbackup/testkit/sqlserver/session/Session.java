package br.com.dmbackup.testkit.sqlserver.session;

import br.com.dmbackup.testkit.sqlserver.login.Login7;
import br.com.dmbackup.testkit.sqlserver.message.Language;
import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import br.com.dmbackup.testkit.sqlserver.message.SqlError;
import br.com.dmbackup.testkit.sqlserver.state.Client;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import br.com.dmbackup.testkit.sqlserver.state.Product;
import br.com.dmbackup.testkit.sqlserver.statement.Answer;
import br.com.dmbackup.testkit.sqlserver.statement.Moment;
import br.com.dmbackup.testkit.sqlserver.statement.Troubles;
import br.com.dmbackup.testkit.sqlserver.wire.Done;
import br.com.dmbackup.testkit.sqlserver.wire.MessageToken;
import br.com.dmbackup.testkit.sqlserver.wire.PacketInput;
import br.com.dmbackup.testkit.sqlserver.wire.PacketOutput;
import br.com.dmbackup.testkit.sqlserver.wire.PacketType;
import br.com.dmbackup.testkit.sqlserver.wire.Request;
import br.com.dmbackup.testkit.sqlserver.wire.Tokens;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;

/** One connection, from PRELOGIN until one side hangs up. */
public final class Session implements Runnable {
    private static final int PACKET_SIZE = 4_096;
    private final Socket socket;
    private final Surroundings around;

    public Session(Socket socket, Surroundings around) {
        this.socket = socket;
        this.around = around;
    }

    @Override
    public void run() {
        try (socket) {
            Handshake handshake = Handshake.shake(socket, around.encryption(), around.instance().product());
            PacketOutput out = new PacketOutput(handshake.channel().getOutputStream(), around.habits());
            Optional<Client> client = logIn(handshake.login(), out);
            if (client.isPresent()) {
                serve(client.get(), new PacketInput(handshake.channel().getInputStream()), out);
            }
        } catch (IOException | Answer.ConnectionCut e) {
            // Whoever hung up knows why; the other side sees a closed connection.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            around.refused().accept("a connection that the double could not serve: " + e);
        }
    }

    private Optional<Client> logIn(Login7 asked, PacketOutput out) throws IOException {
        Instance instance = around.instance();
        Doorman doorman = new Doorman(instance);
        Tokens tokens = new Tokens();
        try {
            around.troubles().reach(Troubles.LOGIN, Moment.START, new LoginAnswer());
            Client client = doorman.admit(asked, this::hangUp);
            Product product = instance.product();
            Language language = client.language();
            tokens.database(client.database(), Instance.MASTER)
                    .message(token(ServerMessage.of(5701, client.database()), language)).collation()
                    .language(language.serverName())
                    .message(token(ServerMessage.of(5703, language.serverName()), language))
                    .loginAccepted(product.major(), product.minor(), product.build()).packetSize(PACKET_SIZE);
            // Whoever is told that he is in is in.
            instance.enter(client);
            try {
                out.write(tokens.bytes());
                out.write(new Done(Done.Token.DONE, 0, 0, 0));
                out.end();
            } catch (IOException e) {
                instance.leave(client);
                throw e;
            }
            return Optional.of(client);
        } catch (SqlError e) {
            e.messages().forEach(message -> tokens.message(token(message, doorman.language(asked))));
            out.write(tokens.bytes());
            out.write(new Done(Done.Token.DONE, Done.ERROR, 0, 0));
            out.end();
            return Optional.empty();
        }
    }

    private void serve(Client client, PacketInput in, PacketOutput out) throws IOException, InterruptedException {
        Inbox inbox = new Inbox(in);
        Thread.ofVirtual().name("tds-inbox").start(inbox);
        try {
            Requests requests = new Requests(around, client, inbox, out);
            Optional<Request> request = inbox.next();
            while (request.isPresent()) {
                boolean goOn = request.get().type() == PacketType.ATTENTION || requests.answer(request.get());
                if (inbox.finish() || request.get().type() == PacketType.ATTENTION) {
                    out.write(new Done(Done.Token.DONE, Done.ATTENTION, 0, 0));
                    out.end();
                }
                if (!goOn) {
                    return;
                }
                request = inbox.next();
            }
        } finally {
            around.instance().leave(client);
        }
    }

    private MessageToken token(ServerMessage message, Language language) {
        return new MessageToken(message.number(), message.state(), message.severity(), message.text(language),
                around.instance().name(), message.procedure(), message.line());
    }

    private void hangUp() {
        try {
            socket.close();
        } catch (IOException e) {
            // Closed is what it had to become.
        }
    }
}
