package br.com.dmbackup.agent.life;

import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.protocol.StatusText;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the log is told of the work: each notice once, for what is looked at each minute would be told each minute; and,
 * where somebody searches for a fault, each text of the status line. Thread-safe.
 */
final class AgentLog implements WorkListener {
    private static final Logger LOG = LoggerFactory.getLogger(AgentLog.class);
    private static final int REMEMBERED = 200;

    private final Set<String> told = new LinkedHashSet<>();

    @Override
    public void status(StatusText status) {
        LOG.debug("{}", status);
    }

    @Override
    public synchronized void notice(Notice notice) {
        String text = notice.code() + " " + notice.arguments();
        if (told.add(text)) {
            LOG.info("{}", text);
        }
        if (told.size() > REMEMBERED) {
            told.remove(told.iterator().next());
        }
    }

    @Override
    public void advanced(long doneBytes, long totalBytes) {
        // Nothing that lasts.
    }
}
