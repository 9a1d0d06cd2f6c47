package br.com.dmbackup.engine.sqlserver.mtf;

/**
 * The pages of a backup, counted.
 *
 * @param checked have a checksum, and were compared with it
 * @param wrong of those, do not meet it
 * @param unprotected are pages, without a checksum
 * @param unused are none that can be recognised: a backup takes eight at a time, used or not
 */
public record PageTally(long checked, long wrong, long unprotected, long unused) {
    /** All of them. */
    public long all() {
        return checked + unprotected + unused;
    }
}
