package br.com.dmbackup.testkit.sqlserver.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLSocket;

/** The server's side of TLS 1.2 over an accepted connection. TDS 7.4 knows no later version. */
public final class TlsLayer {
    private TlsLayer() {}

    /** Shakes hands inside PRELOGIN packets and gives the socket whose streams are encrypted. */
    public static Socket accept(Socket socket, ServerCertificate certificate) throws IOException {
        FramedSocket framed = new FramedSocket(socket);
        try {
            SSLSocket tls = (SSLSocket) certificate.context().getSocketFactory().createSocket(framed, null, false);
            tls.setUseClientMode(false);
            tls.setEnabledProtocols(new String[]{"TLSv1.2"});
            tls.startHandshake();
            framed.handshakeIsOver();
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IOException("the JDK has no TLS 1.2", e);
        }
    }
}
