package br.com.dmbackup.core.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Names and marks that make a ZIP an archive of ours. */
final class ArchiveParts {
    static final String INDEX_NAME = "dmbackup/index.bin";
    static final String MANIFEST_NAME = "dmbackup/manifest.json";
    static final int DEFLATE_END_BYTES = 2;
    /** A longer manifest is not read. */
    static final int LONGEST_MANIFEST = 16 << 20;

    private static final int LONGEST_NAME = 1024;

    private ArchiveParts() {}

    /** An empty last block, which ends the deflate stream after any number of ours. */
    static ByteBuffer deflateEnd() {
        return ByteBuffer.wrap(new byte[]{3, 0});
    }

    static boolean nameAllowed(String dumpName) {
        int bytes = dumpName.getBytes(StandardCharsets.UTF_8).length;
        return bytes > 0 && bytes <= LONGEST_NAME && dumpName.chars().noneMatch(c -> c == '/' || c == '\\' || c < 32);
    }
}
