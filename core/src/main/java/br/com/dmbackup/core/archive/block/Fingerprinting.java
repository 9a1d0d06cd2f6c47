package br.com.dmbackup.core.archive.block;

import java.security.MessageDigest;
import java.util.zip.CRC32;

/** Takes fingerprints. For one thread at a time. */
public final class Fingerprinting {
    private final MessageDigest sha = Sha256.create();
    private final CRC32 crc = new CRC32();

    public Fingerprint of(byte[] plain, int offset, int length) {
        // First of all: whatever happens to the bytes from here on, a proof shows.
        crc.reset();
        crc.update(plain, offset, length);
        int crcAtFirst = (int) crc.getValue();
        sha.update(plain, offset, length);
        return new Fingerprint(sha.digest(), length, crcAtFirst);
    }
}
