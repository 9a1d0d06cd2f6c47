package br.com.dmbackup.engine.sqlserver.mtf;

import java.util.Locale;

/**
 * One thing that this reader does not know, so that it cannot say whether it is right.
 *
 * @param offset where it was met first, in bytes from the file's begin
 * @param what the block, stream or figure; may be empty
 * @param times how often it was met
 */
public record MtfDoubt(Matter matter, long offset, String what, long times) {
    /** What can be unknown. */
    public enum Matter {
        /** A type of block that no genuine file known to us has. */
        BLOCK,
        /** A stream likewise. */
        STREAM,
        /** Attributes or encodings of a stream likewise. */
        STREAM_ATTRIBUTES,
        /** A block that stands where none of its type was seen. */
        ORDER,
        /** A block that says that it stands elsewhere, or is another one in the row. */
        PLACE,
        /** Data that is not made of whole pages. */
        PAGES,
        /** Most pages do not meet their checksum and look like noise: an encrypted database (TDE)? */
        ENCRYPTED,
        /** The server's record of the set cannot be read. */
        RECORD,
        /** The set does not say when it was finished. */
        FINISH,
        /** A file that is one of several of the same media family; all are needed to restore. */
        PART,
        /** Several sets in one file. */
        SETS,
        /** Nothing but zeros behind the end. */
        ZEROS,
        /** What follows could not be read, and nothing says that it is wrong. */
        REST
    }

    MtfDoubt again() {
        return new MtfDoubt(matter, offset, what, times + 1);
    }

    /** In one line, the same in every language: matter and numbers. */
    public String line() {
        String detail = what.isEmpty() ? "" : " " + what;
        String often = times == 1 ? "" : String.format(Locale.ROOT, " ×%d", times);
        return String.format(Locale.ROOT, "%s%s @%d%s", matter.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                detail,
                offset, often);
    }
}
