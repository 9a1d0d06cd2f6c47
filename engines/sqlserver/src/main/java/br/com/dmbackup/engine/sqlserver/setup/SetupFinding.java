package br.com.dmbackup.engine.sqlserver.setup;

import br.com.dmbackup.core.backup.BackupFault;
import java.util.Optional;

/**
 * What came of one step.
 *
 * @param detail what was found or tried, such as a port, a login, a folder; may be empty
 * @param fault why it failed; none where it did not
 */
public record SetupFinding(SetupStep step, String detail, Optional<BackupFault> fault) {
    static SetupFinding passed(SetupStep step, String detail) {
        return new SetupFinding(step, detail, Optional.empty());
    }

    static SetupFinding failed(SetupStep step, String detail, BackupFault fault) {
        return new SetupFinding(step, detail, Optional.of(fault));
    }

    public boolean passed() {
        return fault.isEmpty();
    }
}
