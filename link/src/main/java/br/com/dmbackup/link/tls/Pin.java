package br.com.dmbackup.link.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** By what a machine is known: SHA-256 of its public key (SubjectPublicKeyInfo, DER). Compared in constant time. */
public final class Pin {
    /** Its length. */
    public static final int BYTES = 32;

    private final byte[] value;

    private Pin(byte[] value) {
        this.value = value;
    }

    public static Pin of(PublicKey key) {
        try {
            return new Pin(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Pin of(Certificate certificate) {
        return of(certificate.getPublicKey());
    }

    /**
     * @throws IllegalArgumentException unless there are 32 bytes
     */
    public static Pin of(byte[] value) {
        if (value.length != BYTES) {
            throw new IllegalArgumentException(value.length + " bytes");
        }
        return new Pin(value.clone());
    }

    /** The pin in hexadecimal; none when it is not one. */
    public static Optional<Pin> parse(String hex) {
        try {
            byte[] value = HexFormat.of().parseHex(hex.strip());
            return value.length == BYTES ? Optional.of(new Pin(value)) : Optional.empty();
        } catch (IllegalArgumentException noHex) {
            return Optional.empty();
        }
    }

    public byte[] bytes() {
        return value.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pin pin && MessageDigest.isEqual(value, pin.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    /** Lower-case hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(value);
    }
}
