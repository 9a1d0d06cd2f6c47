package br.com.dmbackup.bench.encoder;

import br.com.dmbackup.core.archive.block.Chunker;
import java.util.zip.CRC32C;

/**
 * Cuts between pages of 8 KiB only, where the checksum of the page before says so: cheaper than looking at every byte,
 * and a changed page never touches two blocks; but a dump whose pages begin elsewhere finds nothing again.
 */
final class PageChunker implements Chunker {
    private static final int PAGE = 8192;

    private final int averagePages;

    PageChunker(int averageBytes) {
        averagePages = averageBytes / PAGE;
    }

    @Override
    public int id() {
        return 2;
    }

    @Override
    public int averageBytes() {
        return averagePages * PAGE;
    }

    @Override
    public int maximumBytes() {
        return averageBytes() * 4;
    }

    @Override
    public int nextLength(byte[] bytes, int from, int to) {
        int end = Math.min(to, from + maximumBytes());
        int first = from + averageBytes() / 4;
        var checksum = new CRC32C();
        for (int at = first; at < end; at += PAGE) {
            checksum.reset();
            checksum.update(bytes, at - PAGE, PAGE);
            // As FastCDC: harder before the average, easier after it.
            int wanted = at - from < averageBytes() ? averagePages * 2 : averagePages / 2;
            if (Long.remainderUnsigned(checksum.getValue(), wanted) == 0) {
                return at - from;
            }
        }
        return end - from;
    }
}
