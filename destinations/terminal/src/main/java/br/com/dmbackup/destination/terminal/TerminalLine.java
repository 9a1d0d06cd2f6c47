package br.com.dmbackup.destination.terminal;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.link.wire.FramedConnection;
import br.com.dmbackup.link.wire.Greeting;
import br.com.dmbackup.link.wire.Message;
import br.com.dmbackup.link.wire.MessageKind;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.net.Socket;
import java.util.Set;

/** One connection to the terminal, from hello to goodbye. */
final class TerminalLine implements AutoCloseable {
    private final Socket socket;
    private final FramedConnection frames;
    private final Greeting.Welcome welcome;

    TerminalLine(Socket socket, FramedConnection frames, Greeting.Welcome welcome) {
        this.socket = socket;
        this.frames = frames;
        this.welcome = welcome;
    }

    Greeting.Welcome welcome() {
        return welcome;
    }

    FramedConnection frames() {
        return frames;
    }

    <M extends Message> M ask(Message question, Class<M> answer) {
        return frames.ask(question, answer);
    }

    /** Sends; where the terminal has closed the connection, what it said last comes out. */
    void send(Message message) {
        try {
            frames.send(message);
        } catch (BackupFault broken) {
            throw lastWord(broken);
        }
    }

    private BackupFault lastWord(BackupFault broken) {
        try {
            Message word = frames.receiveOrFail(Set.of(MessageKind.SYNCED));
            return broken.withForeignCode(word.kind().name());
        } catch (BackupFault said) {
            return said.code() == FaultCode.LINK_LOST || said.code() == FaultCode.LINK_SILENT
                    || said.code() == FaultCode.LINK_GARBLED ? broken : said;
        }
    }

    @Override
    public void close() {
        try (socket) {
            frames.send(new Greeting.Goodbye());
            frames.flush();
        } catch (BackupFault | IOException _) {
            // It is over either way.
        }
    }
}
