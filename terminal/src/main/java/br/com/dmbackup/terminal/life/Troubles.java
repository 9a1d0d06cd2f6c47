package br.com.dmbackup.terminal.life;

import br.com.dmbackup.core.backup.BackupFault;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is wrong at the terminal now, each told once when it begins and once when it ends. Thread-safe. */
final class Troubles {
    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

    private final Map<String, Trouble> standing = new LinkedHashMap<>();
    private final InstantSource clock;
    private final Alarms alarms;

    /** @param topic what it is about; the same while it lasts, though its fault may change */
    record Trouble(String topic, String store, BackupFault fault, Instant since) {}

    Troubles(InstantSource clock, Alarms alarms) {
        this.clock = clock;
        this.alarms = alarms;
    }

    void raise(String topic, String store, BackupFault fault) {
        Trouble trouble;
        synchronized (this) {
            Trouble before = standing.get(topic);
            trouble = new Trouble(topic, store, fault, before == null ? clock.instant() : before.since());
            standing.put(topic, trouble);
            if (before != null && before.fault().code() == fault.code()) {
                return;
            }
        }
        LOG.warn("{}: {}", topic, fault.getMessage());
        alarms.raised(topic, store, fault, trouble.since());
    }

    /** Stands as it stood before the terminal was started, told already. */
    synchronized void again(String topic, String store, BackupFault fault, Instant since) {
        standing.put(topic, new Trouble(topic, store, fault, since));
    }

    void mend(String topic) {
        Trouble over;
        synchronized (this) {
            over = standing.remove(topic);
        }
        if (over != null) {
            LOG.info("{}: well again", topic);
            alarms.mended(topic, over.store(), over.fault(), over.since());
        }
    }

    synchronized List<Trouble> all() {
        return List.copyOf(standing.values());
    }
}
