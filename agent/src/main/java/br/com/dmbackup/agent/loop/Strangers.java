package br.com.dmbackup.agent.loop;

import br.com.dmbackup.agent.status.Troubles;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.protocol.AgentTopic;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Another process that has the home while a backup is due: a restore by hand may, but not unseen for long. */
final class Strangers {
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final MonotonicSource monotonic;
    private OptionalLong since = OptionalLong.empty();

    Strangers(MonotonicSource monotonic) {
        this.monotonic = monotonic;
    }

    /** @param holder says who has the home, when it could not be had */
    void look(boolean started, Optional<BackupFault> holder, Troubles troubles) {
        if (started || holder.isEmpty()) {
            free(troubles);
            return;
        }
        long now = monotonic.now().nanos();
        long from = since.orElse(now);
        since = OptionalLong.of(from);
        if (now - from >= PATIENCE.toNanos()) {
            troubles.failure(AgentTopic.HOME, holder.get());
        }
    }

    void free(Troubles troubles) {
        since = OptionalLong.empty();
        troubles.mended(AgentTopic.HOME);
    }
}
