package br.com.dmbackup.engine.sqlserver.mtf;

import java.util.List;
import java.util.Optional;

/**
 * What a walk through a backup file found.
 *
 * @param media the media's header; none where it could not be read
 * @param sets the backups inside, in order
 * @param pages the pages of all of them
 * @param bytes how far it was read
 * @param damages what is proven to be wrong, the first of them
 * @param damageCount how many there are
 * @param doubts what is unknown
 */
public record MtfContents(Optional<MediaHeader> media, List<BackupSet> sets, PageTally pages, long bytes,
        List<MtfDamage> damages, long damageCount, List<MtfDoubt> doubts) {

    /** Whether nothing is proven to be wrong. */
    public boolean sound() {
        return damageCount == 0;
    }
}
