package br.com.dmbackup.core.catalog;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Manifest.Purpose;
import br.com.dmbackup.core.backup.Slot;
import java.time.Instant;
import java.time.ZoneId;

/** What the catalog remembers of a backup; the fields are the {@link Manifest}'s. */
public record CatalogedBackup(BackupId id, Purpose purpose, Slot slot, Instant startedAt, Instant endedAt, ZoneId zone,
        String engine, String database, long dumpBytes, String dumpDigest) {

    public static CatalogedBackup of(Manifest manifest) {
        return new CatalogedBackup(manifest.backup(), manifest.purpose(), manifest.slot(), manifest.startedAt(),
                manifest.endedAt(), manifest.zone(), manifest.engine(), manifest.database(), manifest.dumpBytes(),
                manifest.dumpDigest());
    }
}
