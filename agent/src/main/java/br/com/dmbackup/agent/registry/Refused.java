package br.com.dmbackup.agent.registry;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.Cnpj;
import br.com.dmbackup.protocol.FaultCode;

/** How the software house's server says no, in a person's words. */
public final class Refused {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;

    private Refused() {}

    /**
     * @param status of HTTP, not that of success
     * @return {@code REGISTRY_REFUSED}, {@code REGISTRY_STORE_UNKNOWN}, {@code REGISTRY_BUSY} or {@code REGISTRY_ODD}
     */
    public static BackupFault fault(int status, String host, Cnpj store) {
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN -> of(FaultCode.REGISTRY_REFUSED, status, host);
            case NOT_FOUND -> BackupFault.of(FaultCode.REGISTRY_STORE_UNKNOWN, host, store.formatted());
            case TOO_MANY -> of(FaultCode.REGISTRY_BUSY, status, host);
            default -> of(status / 100 == 5 ? FaultCode.REGISTRY_BUSY : FaultCode.REGISTRY_ODD, status, host);
        };
    }

    private static BackupFault of(FaultCode why, int status, String host) {
        return BackupFault.of(why, host).withForeignCode("HTTP " + status);
    }
}
