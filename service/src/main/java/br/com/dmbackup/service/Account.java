package br.com.dmbackup.service;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.util.regex.Pattern;

/**
 * Who a service runs as.
 *
 * @param name the account
 * @param group whose members may speak to the agent as a till
 */
public record Account(String name, String group) {
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_-]{0,31}");

    /** The service's own, where no other is asked for. */
    public static final Account USUAL = new Account("dmbackup", "dmbackup");

    /** @throws BackupFault {@code SERVICE_NAME_UNUSABLE} for what is no name of an account */
    public Account {
        if (!NAME.matcher(name).matches()) {
            throw BackupFault.of(FaultCode.SERVICE_NAME_UNUSABLE, name);
        }
        if (!NAME.matcher(group).matches()) {
            throw BackupFault.of(FaultCode.SERVICE_NAME_UNUSABLE, group);
        }
    }
}
