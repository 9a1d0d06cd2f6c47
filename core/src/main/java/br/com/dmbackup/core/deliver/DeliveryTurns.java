package br.com.dmbackup.core.deliver;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.HomeLock;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.protocol.FaultCode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write at destinations: one process at a time for each of them. Taken when first asked for, without
 * waiting. Thread-safe for different destinations.
 */
public final class DeliveryTurns implements AutoCloseable {
    private final Installation here;
    private final String verb;
    private final Map<String, HomeLock> held = new ConcurrentHashMap<>();

    /** @param verb what the holder does, told to whoever finds the destination taken */
    public DeliveryTurns(Installation here, String verb) {
        this.here = here;
        this.verb = verb;
    }

    /** Why we may not write there now: {@code ALREADY_RUNNING}, with who does; none when we may. */
    public Optional<BackupFault> refused(String destination) {
        if (held.containsKey(destination)) {
            return Optional.empty();
        }
        try {
            held.put(destination,
                    HomeLock.acquireDelivery(here.home(), destination, verb,
                            here.machine().clock().withZone(here.zone())));
            return Optional.empty();
        } catch (BackupFault fault) {
            if (fault.code() == FaultCode.ALREADY_RUNNING) {
                return Optional.of(fault);
            }
            throw fault;
        }
    }

    void giveUp(String destination) {
        HomeLock lock = held.remove(destination);
        if (lock != null) {
            lock.close();
        }
    }

    @Override
    public void close() {
        held.keySet().forEach(this::giveUp);
    }
}
