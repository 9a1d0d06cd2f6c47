package br.com.dmbackup.engine.sqlserver.mtf;

import java.util.Locale;

/**
 * One thing that is proven to be wrong.
 *
 * @param offset where, in bytes from the file's begin
 * @param what the block, stream or page; may be empty
 */
public record MtfDamage(Part part, long offset, String what) {
    /** What can be wrong. */
    public enum Part {
        /** The header of a block does not meet its checksum, or is none. */
        BLOCK_HEADER,
        /** The header of a stream does not meet its checksum, or is none. */
        STREAM_HEADER,
        /** A page does not meet its checksum. */
        PAGE,
        /** What the server wrote of the set at its begin and at its end is not the same. */
        RECORD,
        /** A full backup without a single page. */
        NO_PAGES,
        /** The file ends before the set does. */
        END,
        /** Something stands behind the end. */
        BEHIND_END
    }

    /** In one line, the same in every language: part and numbers. */
    public String line() {
        String place = String.format(Locale.ROOT, "%s @%d", part.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                offset);
        return what.isEmpty() ? place : place + " (" + what + ")";
    }
}
