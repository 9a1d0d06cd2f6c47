package br.com.dmbackup.core.archive.block;

import static br.com.dmbackup.core.archive.block.PageCdc.PAGE_BYTES;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a dump is made of, by the look of its first bytes: pages of a fixed length, or anything else. */
public final class DumpForm {
    private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int FEWEST_PAGES = 32;
    private static final int MOST_PAGES = 128;
    /** What programs write is aligned at least to this. */
    private static final int SECTOR = 512;
    /** More than this is no page's header, but the same bytes over and over. */
    private static final int LONGEST_HEADER = 256;

    private DumpForm() {}

    /**
     * The chunker for a dump that begins with these bytes. Pages are known by their headers: some byte, not zero, that is
     * the same in nine of ten of them at the same place. Text never has that. Where something else stands before the
     * first page, as in SQL Server's backups, pages are counted from their own begin.
     *
     * @param length how many bytes of the array are the dump's; a few hundred KiB, or the whole dump
     */
    public static Chunker chunkerFor(byte[] begin, int length) {
        if (sqlite(begin, length)) {
            return new PageCdc(0);
        }
        int header = headerPlace(begin, Math.min(length / PAGE_BYTES, MOST_PAGES));
        return header < 0 ? new FastCdc() : new PageCdc(header / SECTOR * SECTOR);
    }

    private static boolean sqlite(byte[] begin, int length) {
        return length >= SQLITE.length && Arrays.equals(begin, 0, SQLITE.length, SQLITE, 0, SQLITE.length);
    }

    /** Where headers begin within each {@link PageCdc#PAGE_BYTES} of the dump; less than 0 when there are none. */
    private static int headerPlace(byte[] begin, int pages) {
        if (pages < FEWEST_PAGES) {
            return -1;
        }
        int constant = 0;
        int longestGap = -1;
        int header = -1;
        int last = -1;
        int first = -1;
        for (int place = 0; place < PAGE_BYTES; place++) {
            byte usual = majority(begin, place, pages);
            if (usual == 0 || count(begin, place, pages, usual) * 10 < pages * 9) {
                continue;
            }
            constant++;
            if (first < 0) {
                first = place;
            } else if (place - last > longestGap) {
                longestGap = place - last;
                header = place;
            }
            last = place;
        }
        if (constant == 0 || constant > LONGEST_HEADER) {
            return -1;
        }
        // The header is what follows the longest stretch of rows, from the last page's end on.
        return first + PAGE_BYTES - last >= longestGap ? first : header;
    }

    /** The value that more than half of the pages have at a place, if there is one (Boyer and Moore's vote). */
    private static byte majority(byte[] begin, int place, int pages) {
        byte candidate = 0;
        int votes = 0;
        for (int page = 0; page < pages; page++) {
            byte value = begin[page * PAGE_BYTES + place];
            if (votes == 0) {
                candidate = value;
                votes = 1;
            } else {
                votes += value == candidate ? 1 : -1;
            }
        }
        return candidate;
    }

    private static int count(byte[] begin, int place, int pages, byte value) {
        int count = 0;
        for (int page = 0; page < pages; page++) {
            count += begin[page * PAGE_BYTES + place] == value ? 1 : 0;
        }
        return count;
    }
}
