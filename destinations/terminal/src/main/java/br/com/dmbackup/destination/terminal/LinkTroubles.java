package br.com.dmbackup.destination.terminal;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.FaultKind;
import br.com.dmbackup.protocol.Phrase;

/** What a fault of the link, or one that the terminal told, means for a delivery. */
final class LinkTroubles {
    private LinkTroubles() {}

    /** Whether the same may work on a new connection. */
    static boolean mayPass(BackupFault fault) {
        return switch (fault.code()) {
            case LINK_LOST, LINK_SILENT, LINK_UNREACHABLE, LINK_HANDSHAKE_FAILED, DESTINATION_MISSING -> true;
            default -> false;
        };
    }

    /** Whether somebody else, or nobody, is at that address. */
    static boolean notThere(BackupFault fault) {
        return mayPass(fault) || fault.code() == FaultCode.LINK_PEER_UNKNOWN
                || fault.code() == FaultCode.LINK_GARBLED;
    }

    /** As the laws of destinations have it, with the destination's name. */
    static BackupFault told(String destination, BackupFault fault) {
        return switch (fault.code()) {
            case LINK_LOST, LINK_SILENT, LINK_UNREACHABLE, LINK_HANDSHAKE_FAILED, LINK_GARBLED ->
                BackupFault.of(FaultCode.DESTINATION_LOST, destination, words(fault)).causedBy(fault);
            case TERMINAL_FULL -> BackupFault.of(FaultCode.DESTINATION_FULL, destination, fault.arguments()[1],
                    fault.arguments()[2]).causedBy(fault);
            case CANCELLED, ARCHIVE_MISSING, ARCHIVE_NAME_INVALID -> fault;
            default -> ownKind(fault) ? failed(destination, fault) : fault;
        };
    }

    private static boolean ownKind(BackupFault fault) {
        String name = fault.code().name();
        return name.startsWith("LINK_") || name.startsWith("TERMINAL_")
                || (fault.code().kind() == FaultKind.INTERNAL && fault.getCause() == null);
    }

    private static BackupFault failed(String destination, BackupFault fault) {
        Phrase hint = fault::hint;
        return BackupFault.of(FaultCode.DESTINATION_FAILED, destination, words(fault)).withRemedy(hint)
                .withForeignCode("DM-" + fault.code().number()).causedBy(fault);
    }

    private static Phrase words(BackupFault fault) {
        return fault::text;
    }
}
