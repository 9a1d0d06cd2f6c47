package br.com.dmbackup.testkit.sqlserver.media;

import br.com.dmbackup.testkit.mtf.MtfPage;
import br.com.dmbackup.testkit.sqlserver.state.Contents;
import java.util.Arrays;
import java.util.List;

/** The data file of a database at one moment, extent by extent. */
public final class DataExtents {
    private static final int PAGES = MtfPage.EXTENT_BYTES / MtfPage.BYTES;
    private static final int FIRST_FILE = 1;
    private final List<byte[]> bodies;

    public DataExtents(Contents contents) {
        bodies = ContentsPages.bodies(contents);
    }

    public int count() {
        return Math.ceilDiv(bodies.size(), PAGES);
    }

    public int pages() {
        return count() * PAGES;
    }

    public long bytes() {
        return (long) count() * MtfPage.EXTENT_BYTES;
    }

    /** Eight pages; those beyond the contents were never used and hold nothing. */
    public byte[] extent(int number) {
        byte[] extent = new byte[MtfPage.EXTENT_BYTES];
        for (int i = 0; i < PAGES; i++) {
            int page = number * PAGES + i;
            if (page < bodies.size()) {
                System.arraycopy(MtfPage.of(FIRST_FILE, page, bodies.get(page)), 0, extent, i * MtfPage.BYTES,
                        MtfPage.BYTES);
            }
        }
        return extent;
    }

    static Contents contents(byte[] extents) throws MediaFault {
        List<byte[]> bodies = new java.util.ArrayList<>();
        for (int at = 0; at < extents.length; at += MtfPage.BYTES) {
            if (extents[at] == 1) {
                bodies.add(Arrays.copyOfRange(extents, at + MtfPage.BODY, at + MtfPage.BYTES));
            }
        }
        return ContentsPages.contents(bodies);
    }
}
