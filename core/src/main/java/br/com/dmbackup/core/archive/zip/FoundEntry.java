package br.com.dmbackup.core.archive.zip;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * One entry as a ZIP file tells of it; nothing of it is to be trusted.
 *
 * @param rawName as it stands there
 * @param headerOffset where its local header begins
 */
@SuppressWarnings("ArrayRecordComponent")
public record FoundEntry(byte[] rawName, int flags, int method, int dosTime, int crc32, long encodedBytes,
        long plainBytes, long headerOffset) {
    private static final Charset DOS = Charset.forName("IBM437");

    public String name() {
        return new String(rawName, (flags & ZipEntry.UTF8_FLAG) != 0 ? StandardCharsets.UTF_8 : DOS);
    }

    public boolean folder() {
        return rawName.length > 0 && (rawName[rawName.length - 1] == '/' || rawName[rawName.length - 1] == '\\')
                && plainBytes == 0;
    }

    /** The entry as DMBackup would have written it with these figures. */
    public ZipEntry asWritten(boolean roomForZip64) {
        return new ZipEntry(name(), method, dosTime, crc32, encodedBytes, plainBytes, roomForZip64, headerOffset);
    }
}
