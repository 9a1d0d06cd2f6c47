package br.com.dmbackup.core.catalog;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Manifest.Purpose;
import br.com.dmbackup.core.backup.Slot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What the catalog remembers of a backup; the other fields are the {@link Manifest}'s.
 *
 * @param orderedAt its place in the order of making: its start, but behind everything that was known when it was made.
 *        So a backup made after a clock was set back still counts as the newer one.
 */
public record CatalogedBackup(BackupId id, Purpose purpose, Slot slot, Instant startedAt, Instant endedAt, ZoneId zone,
        String engine, String database, Optional<Instant> dumpMadeAt, long dumpBytes, String dumpDigest,
        boolean dumpChecked, Instant orderedAt) {

    public static CatalogedBackup of(Manifest manifest) {
        return new CatalogedBackup(manifest.backup(), manifest.purpose(), manifest.slot(), manifest.startedAt(),
                manifest.endedAt(), manifest.zone(), manifest.engine(), manifest.database(), manifest.dumpMadeAt(),
                manifest.dumpBytes(),
                manifest.dumpDigest(), manifest.dumpChecked(), manifest.startedAt());
    }

    /** Whether it was made after that one, whatever the clock showed. */
    public boolean newerThan(CatalogedBackup other) {
        return orderedAt.isAfter(other.orderedAt);
    }

    CatalogedBackup orderedAt(Instant moment) {
        return new CatalogedBackup(id, purpose, slot, startedAt, endedAt, zone, engine, database, dumpMadeAt, dumpBytes,
                dumpDigest, dumpChecked, moment);
    }
}
