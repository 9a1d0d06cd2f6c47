package br.com.dmbackup.link.pairing;

import br.com.dmbackup.link.tls.Pin;
import br.com.dmbackup.link.wire.FrameWriter;
import br.com.dmbackup.link.wire.Pairing;
import br.com.dmbackup.link.wire.Sha256Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * All that one side saw: both keys as TLS proved them to it, who said what. Two sides that did not see the same have
 * other names in the proofs and other tags at the end.
 */
final class Transcript {
    private static final byte[] PURPOSE = "dmbackup pairing 1".getBytes(StandardCharsets.US_ASCII);

    private final MessageDigest seen;
    private final String context;

    Transcript(Pin server, Pin terminal, Pairing.Begin begin, Pairing.Ready ready) {
        try {
            seen = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        add(PURPOSE);
        add(server.bytes());
        add(terminal.bytes());
        add(FrameWriter.payloadOf(begin));
        add(FrameWriter.payloadOf(ready));
        context = HexFormat.of().formatHex(digest());
    }

    /** The name of a side in the proofs of both. */
    String nameOf(Side side) {
        return side.word() + " " + context;
    }

    /** What a side said next. */
    void add(byte[] payload) {
        seen.update(ByteBuffer.allocate(Integer.BYTES).putInt(payload.length).array());
        seen.update(payload);
    }

    /** What that side shows when it has this key and saw all this. */
    Sha256Hash tag(Side side, byte[] keyingMaterial) {
        try {
            SecretKey key = KDF.getInstance("HKDF-SHA256").deriveKey("HmacSHA256",
                    HKDFParameterSpec.ofExtract().addIKM(keyingMaterial).thenExpand(PURPOSE, 32));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(side.word().getBytes(StandardCharsets.US_ASCII));
            return Sha256Hash.of(mac.doFinal(digest()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] digest() {
        try {
            return ((MessageDigest) seen.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
