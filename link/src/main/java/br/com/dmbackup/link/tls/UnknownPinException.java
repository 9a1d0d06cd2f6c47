package br.com.dmbackup.link.tls;

import java.security.cert.CertificateException;

/** The key at the other end is nobody's that we know. */
final class UnknownPinException extends CertificateException {
    private static final long serialVersionUID = 1L;

    UnknownPinException(Pin pin) {
        super("unknown key " + pin);
    }

    static boolean isBehind(Throwable failure) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            if (it instanceof UnknownPinException) {
                return true;
            }
        }
        return false;
    }
}
