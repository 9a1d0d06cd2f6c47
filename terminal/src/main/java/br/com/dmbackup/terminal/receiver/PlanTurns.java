package br.com.dmbackup.terminal.receiver;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One archive in the making for each server at a time: a plan may take 36 MB of memory, and whoever opens many connections
 * shall not have many of them.
 */
final class PlanTurns {
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    /** The right to plan, until it is closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws BackupFault {@code TERMINAL_CONNECTION_REFUSED} while another connection of that server has it */
    Turn take(String pin) {
        if (!taken.add(pin)) {
            throw BackupFault.of(FaultCode.TERMINAL_CONNECTION_REFUSED);
        }
        return () -> taken.remove(pin);
    }
}
