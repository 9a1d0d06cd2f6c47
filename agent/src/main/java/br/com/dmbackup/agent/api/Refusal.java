package br.com.dmbackup.agent.api;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.Phrase;
import br.com.dmbackup.protocol.api.ApiFault;

/** A request that is not answered with what it asked for: an HTTP status and the fault that is told. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final BackupFault fault;

    Refusal(int status, BackupFault fault) {
        super(fault);
        this.status = status;
        this.fault = fault;
    }

    static Refusal of(BackupFault fault) {
        return new Refusal(status(fault.code()), fault);
    }

    static Refusal of(FaultCode code, Object... arguments) {
        return of(BackupFault.of(code, arguments));
    }

    /** What was sent cannot be understood. */
    static Refusal notUnderstood(int status, String why) {
        return new Refusal(status, BackupFault.of(FaultCode.API_NOT_UNDERSTOOD, Phrase.of(why)));
    }

    /** A fault as it is told to whoever asked. */
    static ApiFault words(BackupFault fault, Messages words) {
        return new ApiFault(fault.code().name(), "DM-" + fault.code().number(), fault.text(words), fault.hint(words),
                fault.details());
    }

    int status() {
        return status;
    }

    BackupFault fault() {
        return fault;
    }

    private static int status(FaultCode code) {
        return switch (code) {
            case API_UNKNOWN_CALLER -> 401;
            case API_FOREIGN_CALLER, AGENT_REFUSED, SETTINGS_NEED_ADMINISTRATOR, PASSWORD_WRONG -> 403;
            case API_NOTHING_THERE, JOB_UNKNOWN, SLOT_EMPTY, BACKUP_UNKNOWN, ARCHIVE_MISSING, SENT_FILE_UNKNOWN -> 404;
            case API_NOT_UNDERSTOOD, USAGE -> 400;
            case SETTINGS_CHANGED_MEANWHILE -> 412;
            case SETTINGS_INVALID -> 422;
            case PASSWORD_PAUSE -> 429;
            default -> switch (code.kind()) {
                case USER -> 409;
                case TRANSIENT -> 503;
                case RESOURCES -> 507;
                case EXTERNAL -> 502;
                case INTEGRITY, INTERNAL -> 500;
            };
        };
    }
}
