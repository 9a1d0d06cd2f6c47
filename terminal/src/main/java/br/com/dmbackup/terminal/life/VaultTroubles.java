package br.com.dmbackup.terminal.life;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.terminal.vault.Pairing;
import br.com.dmbackup.terminal.vault.VaultListener;
import java.util.EnumSet;
import java.util.Set;

/** What the vault refuses or doubts, as troubles of that server. They end when a backup of it is taken again. */
record VaultTroubles(Troubles troubles) implements VaultListener {
    private static final Set<FaultCode> ENDS_WITH_A_BACKUP = EnumSet.of(FaultCode.TERMINAL_FULL,
            FaultCode.TERMINAL_SPOOL_FULL, FaultCode.TERMINAL_TOO_OFTEN, FaultCode.BACKUP_SUSPICIOUS);

    @Override
    public void told(Pairing pairing, BackupFault fault) {
        troubles.raise(topic(pairing, fault), pairing.storeName(), fault);
    }

    /** A good backup of that server was taken: there is room, and its database is well. */
    static void over(Troubles troubles, Pairing pairing) {
        troubles.all().stream().filter(trouble -> trouble.topic().endsWith(pairing.pin()))
                .filter(trouble -> ENDS_WITH_A_BACKUP.contains(trouble.fault().code()))
                .forEach(trouble -> troubles.mend(trouble.topic()));
    }

    private static String topic(Pairing pairing, BackupFault fault) {
        return fault.code() + " " + pairing.pin();
    }
}
