package br.com.dmbackup.cli;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.SupportCode;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Messages;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.Optional;

/**
 * A failure as it is told: what happened, what to do, under which number. The one place that makes it from an
 * exception.
 *
 * @param code the fault's code
 * @param message what happened
 * @param hint what to do
 * @param details further lines, such as one for each problem in the settings
 * @param foreignCode the code that another program or the system gave
 */
public record Failure(FaultCode code, String message, String hint, List<String> details,
        Optional<String> foreignCode) {

    /** From anything that was thrown; what is no {@link BackupFault} is a defect and gets a support code. */
    public static Failure of(Throwable thrown, Messages words) {
        if (thrown instanceof BackupFault fault) {
            return new Failure(fault.code(), fault.text(words), fault.hint(words), fault.details(),
                    fault.foreignCode());
        }
        if (thrown instanceof AgentFault fault) {
            return new Failure(fault.code(), fault.text(words), fault.hint(words), fault.details(), Optional.empty());
        }
        if (thrown.getCause() instanceof BackupFault cause) {
            return of(cause, words);
        }
        if (thrown instanceof InterruptedException || thrown.getCause() instanceof InterruptedException
                || thrown.getCause() instanceof ClosedByInterruptException) {
            return of(BackupFault.of(FaultCode.CANCELLED, "dmbackup").causedBy(thrown), words);
        }
        return of(BackupFault.of(FaultCode.INTERNAL, SupportCode.of(thrown)).causedBy(thrown), words);
    }

    public ExitCode exitCode() {
        return code.exitCode();
    }

    /** {@code DM-201} */
    public String number() {
        return "DM-" + code.number();
    }
}
