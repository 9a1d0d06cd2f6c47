package br.com.dmbackup.agent.registry;

import br.com.dmbackup.protocol.hub.SignedDocument;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The key by which a store knows its hub's signature, kept since enrolment. Thread-safe. */
public final class HubKey {
    private static final String ALGORITHM = "Ed25519";

    private final PublicKey key;

    private HubKey(PublicKey key) {
        this.key = key;
    }

    /** @param text X.509 in Base64; none where that is no such key */
    public static Optional<HubKey> parse(String text) {
        try {
            return Optional.of(new HubKey(KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text.strip())))));
        } catch (GeneralSecurityException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The payload's bytes; none where this key has not signed them. */
    public Optional<byte[]> open(SignedDocument document) {
        try {
            byte[] payload = Base64.getDecoder().decode(document.payload());
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(payload);
            return signature.verify(Base64.getDecoder().decode(document.signature()))
                    ? Optional.of(payload)
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HubKey that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
