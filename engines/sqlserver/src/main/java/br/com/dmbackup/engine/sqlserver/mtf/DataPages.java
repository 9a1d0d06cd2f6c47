package br.com.dmbackup.engine.sqlserver.mtf;

import br.com.dmbackup.engine.sqlserver.mtf.MtfDamage.Part;
import br.com.dmbackup.engine.sqlserver.mtf.MtfDoubt.Matter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Compares pages with their checksums, one after the other. */
final class DataPages {
    private static final int HEADER_VERSION = 1;
    private static final int FLAGS_AT = 4;
    private static final int HAS_CHECKSUM = 0x200;
    private static final int PAGE_NUMBER_AT = 0x20;
    private static final int FILE_NUMBER_AT = 0x24;
    private static final int PAGE_HEADER_BYTES = 96;
    /** Noise has 32 zeros in 8,096 bytes, hardly ever 100; rows nearly always have more. */
    private static final int ZEROS_OF_NOISE = 100;
    /** From how many wrong pages on it is asked whether they are wrong at all. */
    private static final int MANY = 16;
    private static final int MOST_NAMED = 100;

    private final List<MtfDamage> wrongPages = new ArrayList<>();
    private long checked;
    private long wrong;
    private long noise;
    private long unprotected;
    private long unused;

    void examine(ByteBuffer page, long offset) {
        int file = page.getShort(FILE_NUMBER_AT);
        if (page.get(0) != HEADER_VERSION || file < 1) {
            unused++;
        } else if ((page.getShort(FLAGS_AT) & HAS_CHECKSUM) == 0) {
            unprotected++;
        } else {
            checked++;
            if (!PageChecksum.holds(page)) {
                wrong(page, file, offset);
            }
        }
    }

    private void wrong(ByteBuffer page, int file, long offset) {
        wrong++;
        noise += looksLikeNoise(page) ? 1 : 0;
        if (wrongPages.size() < MOST_NAMED) {
            String name = file + ":" + Integer.toUnsignedLong(page.getInt(PAGE_NUMBER_AT));
            wrongPages.add(new MtfDamage(Part.PAGE, offset, name));
        }
    }

    private static boolean looksLikeNoise(ByteBuffer page) {
        int zeros = 0;
        for (int i = PAGE_HEADER_BYTES; i < PageChecksum.PAGE_BYTES; i++) {
            zeros += page.get(i) == 0 ? 1 : 0;
        }
        return zeros < ZEROS_OF_NOISE;
    }

    PageTally tally() {
        return new PageTally(checked, wrong, unprotected, unused);
    }

    /**
     * Says what was wrong. Where most pages do not meet their checksum and all of those look like noise, the database is
     * rather encrypted (TDE) than damaged: no genuine one has been seen, so nothing is proven.
     */
    void report(Findings findings) {
        if (wrong >= MANY && wrong > checked / 2 && noise == wrong) {
            MtfDamage first = wrongPages.getFirst();
            findings.doubt(Matter.ENCRYPTED, first.offset(), wrong + "/" + checked);
            return;
        }
        wrongPages.forEach(findings::damage);
        findings.furtherDamages(wrong - wrongPages.size());
    }
}
