package br.com.dmbackup.core.archive.block;

import java.util.zip.CRC32C;

/**
 * Content-defined chunking of dumps that are made of pages: cuts only where an 8 KiB page ends, and decides by that
 * page's CRC-32C, which processors compute several times as fast as a rolling hash. A cut is harder to find before the
 * average length and easier after it, as in {@link FastCdc}; {@code docs/format/archive.md} has the rule.
 */
public final class PageCdc implements Chunker {
    /** Length of a page in SQL Server, PostgreSQL and Firebird; twice, four or eight times as long as most others'. */
    public static final int PAGE_BYTES = 8 << 10;

    private static final int MINIMUM_PAGES = 16;
    private static final int AVERAGE_PAGES = 40;
    private static final int MAXIMUM_PAGES = 128;
    private static final int MASK_BEFORE = 0x7f;
    private static final int MASK_AFTER = 0x0f;

    private final int before;

    /** @param before how many bytes stand before the first page */
    public PageCdc(int before) {
        this.before = before;
    }

    @Override
    public int firstCut() {
        return before;
    }

    @Override
    public int id() {
        return 2;
    }

    @Override
    public int averageBytes() {
        return AVERAGE_PAGES * PAGE_BYTES;
    }

    @Override
    public int maximumBytes() {
        return MAXIMUM_PAGES * PAGE_BYTES;
    }

    @Override
    public int nextLength(byte[] bytes, int from, int to) {
        int pages = Math.min((to - from) / PAGE_BYTES, MAXIMUM_PAGES);
        var crc = new CRC32C();
        for (int page = MINIMUM_PAGES; page <= pages; page++) {
            crc.reset();
            crc.update(bytes, from + (page - 1) * PAGE_BYTES, PAGE_BYTES);
            int mask = page < AVERAGE_PAGES ? MASK_BEFORE : MASK_AFTER;
            if ((crc.getValue() & mask) == 0) {
                return page * PAGE_BYTES;
            }
        }
        return pages == MAXIMUM_PAGES ? maximumBytes() : to - from;
    }
}
