package br.com.dmbackup.core.deliver;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;

/** What a destination's own fault means for the backup that was to get there. */
public final class OwedFault {
    private OwedFault() {}

    /** {@code DELIVERY_OWED} for the fault of a delivery; any other fault as it is. */
    public static BackupFault of(BackupFault fault, Installation here) {
        if (!ofADelivery(fault, here) || fault.code() == FaultCode.DELIVERY_OWED) {
            return fault;
        }
        Phrase why = fault::text;
        BackupFault owed = BackupFault.of(FaultCode.DELIVERY_OWED, fault.arguments()[0], why).causedBy(fault);
        return fault.foreignCode().map(owed::withForeignCode).orElse(owed);
    }

    /** Whether it tells of a destination of this home. */
    public static boolean ofADelivery(BackupFault fault, Installation here) {
        Object[] arguments = fault.arguments();
        return arguments.length > 0 && here.remote(arguments[0].toString()).isPresent();
    }
}
