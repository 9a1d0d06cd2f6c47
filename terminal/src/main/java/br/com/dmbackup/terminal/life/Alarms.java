package br.com.dmbackup.terminal.life;

import br.com.dmbackup.core.backup.BackupFault;
import java.time.Instant;

/**
 * Whoever brings the terminal's troubles to people: by the ways that the settings name. Called from the terminal's minute,
 * so it must not wait for anybody; what cannot be told is its own to try again.
 */
public interface Alarms {
    /** Told to nobody; the status and the log show troubles all the same. */
    Alarms NONE = new Alarms() {
        @Override
        public void raised(String topic, String store, BackupFault fault, Instant since) {
            // Nobody.
        }

        @Override
        public void mended(String topic, String store, BackupFault fault, Instant since) {
            // Nobody.
        }
    };

    /** Something is wrong from now on. */
    void raised(String topic, String store, BackupFault fault, Instant since);

    /** What was wrong since then is well again. */
    void mended(String topic, String store, BackupFault fault, Instant since);
}
