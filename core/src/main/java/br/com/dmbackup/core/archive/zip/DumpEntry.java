package br.com.dmbackup.core.archive.zip;

import java.io.IOException;

/**
 * The one file of a ZIP, checked to be one that can be read: not encrypted, stored or deflated, inside of the file, and
 * no longer than its bytes can make it.
 *
 * @param found what the ZIP tells of it
 * @param dataOffset where its bytes begin
 */
public record DumpEntry(FoundEntry found, long dataOffset) {
    /** Deflate cannot make more than this of one byte. */
    private static final long MOST_FROM_ONE_BYTE = 1032;
    private static final int STRONG_ENCRYPTION_FLAG = 1 << 6;
    private static final int PATCHED_FLAG = 1 << 5;
    private static final int MASKED_FLAG = 1 << 13;

    /** @param end where its bytes must have ended: the directory's offset */
    public static DumpEntry of(FoundEntry found, long dataOffset, long end) throws ZipFlaw {
        if ((found.flags() & (ZipEntry.ENCRYPTED_FLAG | STRONG_ENCRYPTION_FLAG | MASKED_FLAG)) != 0) {
            throw ZipFlaw.unsupported("ZipCrypto/AES");
        }
        boolean stored = found.method() == ZipEntry.STORED;
        if ((!stored && found.method() != ZipEntry.DEFLATE) || (found.flags() & PATCHED_FLAG) != 0) {
            throw ZipFlaw.unsupported("ZIP " + found.method());
        }
        long room = Math.max(0, end - dataOffset);
        if (found.encodedBytes() > room) {
            throw ZipFlaw.impossible(found.encodedBytes(), room);
        }
        long most = stored ? found.encodedBytes() : found.encodedBytes() * MOST_FROM_ONE_BYTE;
        if (found.plainBytes() > most || (stored && found.plainBytes() != most)) {
            throw ZipFlaw.impossible(found.plainBytes(), most);
        }
        return new DumpEntry(found, dataOffset);
    }

    /** The only file of a directory that lists others as well, which must not reach into it. */
    public static DumpEntry find(ZipBytes bytes, ZipDirectory directory, FoundEntry found)
            throws ZipFlaw, IOException {
        LocalHeader local = LocalHeader.read(bytes, found.headerOffset());
        long end = directory.offset();
        for (FoundEntry other : directory.entries()) {
            if (other.headerOffset() > found.headerOffset()) {
                end = Math.min(end, other.headerOffset());
            }
        }
        return of(found, local.dataOffset(), end);
    }
}
