package br.com.dmbackup.core.engine;

import br.com.dmbackup.core.backup.BackupFault;

/** Whether the database can be reached. */
public sealed interface ServiceStatus {
    /** It runs and can be read. */
    record Ready() implements ServiceStatus {}

    /** It cannot be used, for the reason that the fault gives. */
    record NotReady(BackupFault fault) implements ServiceStatus {}
}
