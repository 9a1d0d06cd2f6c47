package br.com.dmbackup.link.tls;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.link.wire.StreamFaults;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.function.Predicate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * TLS 1.3 over a socket that is connected already, with keys at both sides. The handshake is done, and the other side's
 * key admitted, before a socket is handed out; a wait in it lasts no longer than the read timeout that the caller has set
 * on the socket. When either method throws, the socket is closed.
 */
public final class PinnedTls {
    private static final String[] VERSIONS = {"TLSv1.3"};
    private static final String[] SUITES = {"TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256",
            "TLS_CHACHA20_POLY1305_SHA256"};

    private final SSLContext context;
    private final Predicate<Pin> admitted;

    /**
     * @param own what the others see
     * @param admitted whom to speak with; asked anew at each handshake
     */
    public PinnedTls(LinkIdentity own, Predicate<Pin> admitted) {
        this.admitted = admitted;
        try {
            context = SSLContext.getInstance("TLSv1.3");
            context.init(new KeyManager[]{new OwnKey(own)}, new TrustManager[]{new PinTrust(admitted)}, null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The calling side. Whether the other side takes our key shows only in the first answer that is read: {@code
     * LINK_NOT_PAIRED}, or {@code LINK_LOST} where its end of the connection was faster than its word.
     *
     * @param peer whom the socket leads to, as people know it
     * @throws BackupFault {@code LINK_PEER_UNKNOWN}, {@code LINK_NOT_PAIRED}, {@code LINK_HANDSHAKE_FAILED}, {@code
     *         LINK_SILENT}, {@code LINK_LOST}
     */
    public SSLSocket call(Socket connected, String peer) {
        return handshake(connected, peer, true);
    }

    /**
     * The called side.
     *
     * @param peer where the call comes from
     * @throws BackupFault as {@link #call}
     */
    public SSLSocket answer(Socket accepted, String peer) {
        return handshake(accepted, peer, false);
    }

    /** Whose key the handshake proved. */
    public static Pin peerOf(SSLSocket socket) {
        try {
            return Pin.of(socket.getSession().getPeerCertificates()[0]);
        } catch (IOException noKey) {
            throw new IllegalStateException(noKey);
        }
    }

    private SSLSocket handshake(Socket plain, String peer, boolean calling) {
        try {
            return shaken(plain, calling);
        } catch (IOException e) {
            throw given(plain, UnknownPinException.isBehind(e)
                    ? BackupFault.of(FaultCode.LINK_PEER_UNKNOWN, peer).causedBy(e)
                    : StreamFaults.of(peer, e));
        }
    }

    private SSLSocket shaken(Socket plain, boolean calling) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain,
                plain.getInetAddress().getHostAddress(), plain.getPort(), true);
        socket.setUseClientMode(calling);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(VERSIONS);
        parameters.setCipherSuites(SUITES);
        if (!calling) {
            parameters.setNeedClientAuth(true);
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        requireAdmitted(socket);
        return socket;
    }

    /** A resumed session skips the trust manager, and pairings end. */
    private void requireAdmitted(SSLSocket socket) throws IOException {
        Pin pin = Pin.of(socket.getSession().getPeerCertificates()[0]);
        if (!admitted.test(pin)) {
            throw new IOException(new UnknownPinException(pin));
        }
    }

    private static BackupFault given(Socket plain, BackupFault fault) {
        try {
            plain.close();
        } catch (IOException e) {
            fault.addSuppressed(e);
        }
        return fault;
    }
}
