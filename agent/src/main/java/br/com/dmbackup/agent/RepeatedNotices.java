package br.com.dmbackup.agent;

import br.com.dmbackup.core.backup.Notice;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes notices to the log, each of them once: what is looked at each minute would be told each minute. Thread-safe. */
final class RepeatedNotices implements Consumer<Notice> {
    private static final Logger LOG = LoggerFactory.getLogger(RepeatedNotices.class);
    private static final int REMEMBERED = 200;

    private final Set<String> told = new LinkedHashSet<>();

    @Override
    public synchronized void accept(Notice notice) {
        String text = notice.code() + " " + notice.arguments();
        if (told.add(text)) {
            LOG.info("{}", text);
        }
        if (told.size() > REMEMBERED) {
            told.remove(told.iterator().next());
        }
    }
}
