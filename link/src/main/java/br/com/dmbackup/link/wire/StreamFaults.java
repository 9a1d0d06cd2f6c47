package br.com.dmbackup.link.wire;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** What an exception of a socket means. */
public final class StreamFaults {
    private StreamFaults() {}

    /**
     * @param peer whom the socket leads to, as people know it
     * @return {@code LINK_SILENT}, {@code LINK_NOT_PAIRED} (the other side does not take our key), {@code
     *         LINK_UNREACHABLE}, {@code LINK_HANDSHAKE_FAILED} or {@code LINK_LOST}
     */
    public static BackupFault of(String peer, IOException failure) {
        return switch (failure) {
            case SocketTimeoutException e -> BackupFault.of(FaultCode.LINK_SILENT, peer).causedBy(e);
            case ConnectException e -> with(FaultCode.LINK_UNREACHABLE, peer, e);
            case NoRouteToHostException e -> with(FaultCode.LINK_UNREACHABLE, peer, e);
            case SSLException e when refusesOurKey(e) ->
                BackupFault.of(FaultCode.LINK_NOT_PAIRED, peer).causedBy(e);
            case SSLException e -> with(FaultCode.LINK_HANDSHAKE_FAILED, peer, e);
            default -> with(FaultCode.LINK_LOST, peer, failure);
        };
    }

    private static BackupFault with(FaultCode code, String peer, IOException failure) {
        return BackupFault.of(code, peer, FileWords.of(failure)).causedBy(failure);
    }

    private static boolean refusesOurKey(SSLException e) {
        String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("received fatal alert")
                && (words.contains("certificate_unknown") || words.contains("bad_certificate")
                        || words.contains("access_denied") || words.contains("unknown_ca"));
    }
}
