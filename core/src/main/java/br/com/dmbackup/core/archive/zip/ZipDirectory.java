package br.com.dmbackup.core.archive.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries that the directory lists, folders apart.
 *
 * @param entries the first of them, at most {@link #MOST_KEPT}
 * @param files how many there are
 * @param offset where the directory begins
 */
public record ZipDirectory(List<FoundEntry> entries, int files, long offset) {
    /** An archive of one dump has three; whatever has more is only counted. */
    static final int MOST_KEPT = 16;
    private static final int MOST_ENTRIES = 1 << 16;

    public static ZipDirectory read(ZipBytes bytes) throws ZipFlaw, IOException {
        ZipEnd end = ZipEnd.find(bytes);
        List<FoundEntry> entries = new ArrayList<>();
        int files = 0;
        long at = end.directoryOffset();
        long stop = at + end.directoryBytes();
        for (int seen = 0; at < stop && seen < MOST_ENTRIES; seen++) {
            if (stop - at < ZipEntry.CENTRAL_BYTES) {
                throw ZipFlaw.broken("directory");
            }
            ByteBuffer head = bytes.piece(at, ZipEntry.CENTRAL_BYTES);
            int name = Short.toUnsignedInt(head.getShort(28));
            int extra = Short.toUnsignedInt(head.getShort(30));
            int comment = Short.toUnsignedInt(head.getShort(32));
            long next = at + ZipEntry.CENTRAL_BYTES + name + extra + comment;
            if (head.getInt(0) != ZipEntry.CENTRAL_SIGNATURE || next > stop) {
                throw ZipFlaw.broken("directory");
            }
            ByteBuffer rest = bytes.piece(at + ZipEntry.CENTRAL_BYTES, name + extra);
            FoundEntry entry = entry(head, rest, name, end.shift());
            if (!entry.folder()) {
                files++;
                if (entries.size() < MOST_KEPT) {
                    entries.add(entry);
                }
            }
            at = next;
        }
        return new ZipDirectory(List.copyOf(entries), files, end.directoryOffset());
    }

    private static FoundEntry entry(ByteBuffer head, ByteBuffer rest, int nameBytes, long shift) throws ZipFlaw {
        var name = new byte[nameBytes];
        rest.get(name);
        var lengths = new Zip64Lengths(rest, Integer.toUnsignedLong(head.getInt(24)),
                Integer.toUnsignedLong(head.getInt(20)), Integer.toUnsignedLong(head.getInt(42)));
        return new FoundEntry(name, head.getShort(8), head.getShort(10), head.getInt(12), head.getInt(16),
                lengths.encodedBytes(), lengths.plainBytes(), lengths.headerOffset() + shift);
    }
}
