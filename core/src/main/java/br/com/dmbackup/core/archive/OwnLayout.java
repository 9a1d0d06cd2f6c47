package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.zip.FoundEntry;
import br.com.dmbackup.core.archive.zip.LocalHeader;
import br.com.dmbackup.core.archive.zip.ZipBytes;
import br.com.dmbackup.core.archive.zip.ZipDirectory;
import br.com.dmbackup.core.archive.zip.ZipEntry;
import br.com.dmbackup.core.archive.zip.ZipFlaw;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where the parts of an archive of ours are, as the directory says or as the local headers say: dump, index and
 * manifest, one right after the other from the file's first byte on. The two tellings are independent, so an archive
 * with one of them damaged still opens.
 */
record OwnLayout(FoundEntry dump, FoundEntry index, FoundEntry manifest) {

    static Optional<OwnLayout> told(ZipDirectory directory) {
        return directory.files() == 3 ? told(directory.entries()) : Optional.empty();
    }

    /** Follows the local headers from the file's first byte. */
    static Optional<OwnLayout> followed(ZipBytes bytes) throws IOException {
        try {
            FoundEntry dump = LocalHeader.read(bytes, 0).entry();
            FoundEntry index = LocalHeader.read(bytes, dataOffset(dump, true) + dump.encodedBytes()).entry();
            FoundEntry manifest = LocalHeader.read(bytes, dataOffset(index, false) + index.encodedBytes()).entry();
            return told(List.of(dump, index, manifest))
                    .filter(layout -> layout.directoryOffset() <= bytes.length());
        } catch (ZipFlaw e) {
            return Optional.empty();
        }
    }

    private static Optional<OwnLayout> told(List<FoundEntry> entries) {
        var layout = new OwnLayout(entries.get(0), entries.get(1), entries.get(2));
        return layout.consistent() ? Optional.of(layout) : Optional.empty();
    }

    private boolean consistent() {
        return index.name().equals(ArchiveParts.INDEX_NAME) && manifest.name().equals(ArchiveParts.MANIFEST_NAME)
                && dump.method() == ZipEntry.DEFLATE && stored(index) && stored(manifest)
                && dump.headerOffset() == 0 && dump.encodedBytes() >= ArchiveParts.DEFLATE_END_BYTES
                && index.headerOffset() == dumpOffset() + dump.encodedBytes()
                && manifest.headerOffset() == indexOffset() + index.encodedBytes();
    }

    private static boolean stored(FoundEntry entry) {
        return entry.method() == ZipEntry.STORED && entry.encodedBytes() == entry.plainBytes();
    }

    long dumpOffset() {
        return dataOffset(dump, true);
    }

    long indexOffset() {
        return dataOffset(index, false);
    }

    long manifestOffset() {
        return dataOffset(manifest, false);
    }

    long directoryOffset() {
        return manifestOffset() + manifest.encodedBytes();
    }

    int[] dosTimes() {
        return new int[]{dump.dosTime(), index.dosTime(), manifest.dosTime()};
    }

    private static long dataOffset(FoundEntry entry, boolean roomForZip64) {
        return entry.headerOffset() + ZipEntry.localHeaderBytes("", roomForZip64) + entry.rawName().length;
    }

    /** The time that most of the tellings give. */
    static int dosTime(List<OwnLayout> tellings) {
        int[] times = tellings.stream().flatMapToInt(layout -> Arrays.stream(layout.dosTimes())).sorted().toArray();
        return Arrays.stream(times).boxed()
                .max(java.util.Comparator.comparingLong(time -> Arrays.stream(times).filter(t -> t == time).count()))
                .orElse(0);
    }
}
