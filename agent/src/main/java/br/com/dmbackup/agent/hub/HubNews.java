package br.com.dmbackup.agent.hub;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.core.policy.MonotonicStamp;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thing that the hub is asked now and then by the minute's own thread: once an hour while it answers, and after a failure
 * only when ten minutes have passed. Not thread-safe.
 */
final class HubNews {
    /** For how long a minute may be held up. */
    static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(HubNews.class);
    private static final Duration WELL = Duration.ofHours(1);
    private static final Duration ILL = Duration.ofMinutes(10);

    private final String what;
    private final MonotonicSource monotonic;
    private Optional<MonotonicStamp> asked = Optional.empty();
    private Duration pause = WELL;
    private Optional<HubAccess> of = Optional.empty();

    /** What is asked; it keeps what it hears. */
    @FunctionalInterface
    interface Question {
        void ask(HubAccess access) throws InterruptedException;
    }

    /** @param what for the log */
    HubNews(String what, MonotonicSource monotonic) {
        this.what = what;
        this.monotonic = monotonic;
    }

    void ask(Optional<HubAccess> access, Question question) {
        boolean same = access.isPresent() && of.filter(known -> known.same(access.get())).isPresent();
        boolean waits = asked.flatMap(since -> monotonic.now().since(since))
                .filter(passed -> passed.compareTo(pause) < 0).isPresent();
        if (access.isEmpty() || (same && waits)) {
            return;
        }
        of = access;
        asked = Optional.of(monotonic.now());
        try {
            question.ask(access.get());
            pause = WELL;
        } catch (BackupFault fault) {
            LOG.info("{}: {}", what, fault.code());
            pause = ILL;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
