package br.com.dmbackup.client;

import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import br.com.dmbackup.protocol.api.AgentStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How the agent stands, again and again, whenever it changes. Used by one thread at a time. */
public final class EventStream implements AutoCloseable {
    private static final String DATA = "data:";
    private static final int LARGEST_LINE = 1 << 20;

    private final Path home;
    private final Conversation conversation;
    private final InputStream body;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    EventStream(Path home, Conversation conversation, InputStream body) {
        this.home = home;
        this.conversation = conversation;
        this.body = body;
    }

    /**
     * The next picture.
     *
     * @param wait for how long at most
     * @return none when nothing changed in that time
     * @throws AgentFault {@code AGENT_UNREACHABLE} when the agent has gone
     */
    public Optional<AgentStatus> next(Duration wait) {
        try {
            conversation.patience(wait);
            while (true) {
                String read = line();
                if (read.startsWith(DATA)) {
                    return Optional.of(RecordReader.read(AgentStatus.class, read.substring(DATA.length())));
                }
            }
        } catch (SocketTimeoutException nothingNew) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException gone) {
            throw AgentFault.of(FaultCode.AGENT_UNREACHABLE, home, Phrase.of("why.no_agent")).causedBy(gone);
        }
    }

    private String line() throws IOException {
        for (int c = body.read(); c != '\n'; c = body.read()) {
            if (c < 0 || line.size() > LARGEST_LINE) {
                throw new IOException("ended");
            }
            line.write(c);
        }
        String whole = line.toString(StandardCharsets.UTF_8);
        line.reset();
        return whole;
    }

    @Override
    public void close() {
        LocalAgent.closed(conversation);
    }
}
