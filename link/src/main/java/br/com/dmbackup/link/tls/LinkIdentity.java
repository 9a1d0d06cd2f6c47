package br.com.dmbackup.link.tls;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;

/** This machine's key, and the certificate in which it travels. Its text form tells the pin alone. */
public final class LinkIdentity {
    private final PrivateKey key;
    private final X509Certificate certificate;

    LinkIdentity(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /** A new one; {@link IdentityFile} keeps it. */
    public static LinkIdentity create(SecureRandom random) {
        KeyPair pair = newKeys(random);
        return new LinkIdentity(pair.getPrivate(), SelfSigned.certificate(pair, SelfSigned.FROM, SelfSigned.TO));
    }

    static KeyPair newKeys(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By what the others know this machine. */
    public Pin pin() {
        return Pin.of(certificate);
    }

    PrivateKey key() {
        return key;
    }

    X509Certificate certificate() {
        return certificate;
    }

    @Override
    public String toString() {
        return pin().toString();
    }
}
