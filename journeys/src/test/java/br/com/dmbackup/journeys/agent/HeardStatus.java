package br.com.dmbackup.journeys.agent;

import br.com.dmbackup.protocol.StatusText;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Every text of the agent's status line, in order, as its log is told them. */
final class HeardStatus implements AutoCloseable {
    private final Logger log = (Logger) LoggerFactory.getLogger("br.com.dmbackup.agent.life.AgentLog");
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    HeardStatus() {
        heard.start();
        log.setLevel(Level.DEBUG);
        log.addAppender(heard);
    }

    List<StatusText> texts() {
        return List.copyOf(heard.list).stream().filter(event -> event.getLevel() == Level.DEBUG)
                .map(event -> StatusText.valueOf(event.getFormattedMessage())).toList();
    }

    @Override
    public void close() {
        log.detachAppender(heard);
        log.setLevel(null);
    }
}
