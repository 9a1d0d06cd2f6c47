package br.com.dmbackup.core.archive.zip;

/** Why the bytes cannot be read as a ZIP file that holds a dump. */
public final class ZipFlaw extends Exception {
    private static final long serialVersionUID = 1L;

    /** The sorts of flaws. */
    public enum Sort {
        /** No directory is found. */
        NO_DIRECTORY,
        /** The directory contradicts itself or the file. */
        BROKEN,
        /** A feature that is not read, such as encryption. */
        UNSUPPORTED,
        /** Lengths that no honest ZIP has. */
        IMPOSSIBLE
    }

    private final Sort sort;
    private final String what;
    private final long declared;
    private final long possible;

    private ZipFlaw(Sort sort, String what, long declared, long possible) {
        super(sort + " " + what);
        this.sort = sort;
        this.what = what;
        this.declared = declared;
        this.possible = possible;
    }

    static ZipFlaw noDirectory() {
        return new ZipFlaw(Sort.NO_DIRECTORY, "", 0, 0);
    }

    static ZipFlaw broken(String what) {
        return new ZipFlaw(Sort.BROKEN, what, 0, 0);
    }

    static ZipFlaw unsupported(String what) {
        return new ZipFlaw(Sort.UNSUPPORTED, what, 0, 0);
    }

    static ZipFlaw impossible(long declared, long possible) {
        return new ZipFlaw(Sort.IMPOSSIBLE, declared + " > " + possible, declared, possible);
    }

    public Sort sort() {
        return sort;
    }

    public String what() {
        return what;
    }

    public long declared() {
        return declared;
    }

    public long possible() {
        return possible;
    }
}
