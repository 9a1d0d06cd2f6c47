package br.com.dmbackup.link.wire;

import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 value. Immutable. */
public final class Sha256Hash {
    /** Its length. */
    public static final int BYTES = 32;

    private final byte[] value;

    private Sha256Hash(byte[] value) {
        this.value = value;
    }

    /**
     * @throws IllegalArgumentException unless there are 32 bytes
     */
    public static Sha256Hash of(byte[] value) {
        if (value.length != BYTES) {
            throw new IllegalArgumentException(value.length + " bytes");
        }
        return new Sha256Hash(value.clone());
    }

    public byte[] bytes() {
        return value.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sha256Hash hash && Arrays.equals(value, hash.value);
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
