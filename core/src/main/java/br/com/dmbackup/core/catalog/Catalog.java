package br.com.dmbackup.core.catalog;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.DumpMeasure;
import br.com.dmbackup.core.catalog.Placement.Kind;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The memory of one home folder. Thread-safe: one connection, one call at a time.
 *
 * <p>Every method throws {@link BackupFault} with {@code CATALOG_UNUSABLE} when the file fails under it.
 */
public final class Catalog implements AutoCloseable {
    private final CatalogFile origin;
    private final CatalogConnection sql;
    private final Measures measures;

    private Catalog(CatalogFile origin, CatalogConnection sql) {
        this.origin = origin;
        this.sql = sql;
        this.measures = new Measures(sql);
    }

    /** Opens the catalog, making it when it is missing; a damaged one is put aside and made anew, empty. */
    public static Catalog open(Path file, InstantSource clock) {
        CatalogFile origin = CatalogFile.prepare(file, clock);
        return new Catalog(origin, CatalogConnection.open(file, origin.url()));
    }

    /** Whether it was made just now and knows nothing of archives that may stand in the folders. */
    public boolean fresh() {
        return origin.fresh();
    }

    /** Where a damaged predecessor was put. */
    public Optional<Path> damagedPredecessor() {
        return origin.putAside();
    }

    /** Several changes as one: all or none. */
    public synchronized void together(Runnable changes) {
        sql.together(changes);
    }

    /** Notes a backup that was made just now: it is newer than all that are known. */
    public synchronized void noteMade(CatalogedBackup backup) {
        long last = sql.rows("select coalesce(max(ordered_at), 0) from backup", row -> row.getLong(1)).getFirst();
        note(backup.orderedAt(Instant.ofEpochMilli(Math.max(last + 1, backup.startedAt().toEpochMilli()))));
    }

    /** Notes a backup that was found; one that is known stays as it is. */
    public synchronized void note(CatalogedBackup backup) {
        sql.change("insert into backup values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing",
                backup.id(), backup.purpose(), backup.slot().hour(), backup.startedAt(), backup.endedAt(),
                backup.zone().getId(), backup.engine(), backup.database(), backup.dumpBytes(), backup.dumpDigest(),
                backup.orderedAt(), backup.dumpMadeAt(), backup.dumpChecked());
    }

    /** Notes what stands under a name at a place, in place of what was noted before. */
    public synchronized void note(Placement placement) {
        sql.change("insert or replace into placement values (?, ?, ?, ?, ?, ?, ?, ?)", placement.place(),
                placement.name().value(), placement.kind(), placement.backup(), placement.sizeBytes(),
                placement.modifiedAt(), placement.state(), placement.verifiedAt());
    }

    /**
     * Remembers the index of an archive that was made here, each block of it proven.
     *
     * @param seal SHA-256 of the index
     */
    public synchronized void noteIndex(BackupId backup, String seal) {
        sql.change("insert or replace into proven_index values (?, ?)", backup, seal);
    }

    /** SHA-256 of the index as it was made here; none of a backup that was found. */
    public synchronized Optional<String> indexSeal(BackupId backup) {
        return sql.rows("select seal from proven_index where backup = ?", row -> row.getString(1), backup).stream()
                .findFirst();
    }

    public synchronized void forget(String place, ArchiveName name) {
        sql.change("delete from placement where place = ? and name = ?", place, name.value());
    }

    public synchronized Optional<CatalogedBackup> backup(BackupId id) {
        return sql.rows("select * from backup where id = ?", CatalogRows::backup, id).stream().findFirst();
    }

    public synchronized List<Placement> placements() {
        return sql.rows("select * from placement order by place, name", CatalogRows::placement);
    }

    public List<Placement> placementsAt(String place) {
        return placements().stream().filter(placement -> placement.place().equals(place)).toList();
    }

    public List<Placement> placementsOf(BackupId id) {
        return placements().stream().filter(placement -> placement.backup().filter(id::equals).isPresent()).toList();
    }

    public Optional<Placement> placement(String place, ArchiveName name) {
        return placementsAt(place).stream().filter(placement -> placement.name().equals(name)).findFirst();
    }

    /** The backups that hold a slot somewhere, newest first. */
    public synchronized List<CatalogedBackup> placedBackups() {
        return sql.rows("""
                select * from backup where id in (select backup from placement where kind = ? and state = 'HELD')
                    order by ordered_at desc, id desc
                """, CatalogRows::backup, Kind.SLOT);
    }

    /**
     * Notes what a backup's dump is measured by; one that is known stays as it is.
     *
     * @param suspicion why the backup is kept apart; empty words where that is not known any more; none for one that may
     *        be trusted
     */
    public synchronized void measured(BackupId backup, DumpMeasure measure, Optional<String> suspicion) {
        measures.note(backup, measure, suspicion);
    }

    /** The backup may be trusted: it holds a slot. */
    public synchronized void trusted(BackupId backup) {
        measures.trusted(backup);
    }

    /** The measures of the last good backups of a database, newest first. */
    public synchronized List<DumpMeasure> goodMeasures(String engine, String database, int atMost) {
        return measures.good(engine, database, atMost);
    }

    /** What a backup's dump is measured by; none where it is too old. */
    public synchronized Optional<DumpMeasure> measure(BackupId backup) {
        return measures.of(backup);
    }

    /** Why a backup is kept apart; empty words where that is not known any more; none for one that may be trusted. */
    public synchronized Optional<String> suspicion(BackupId backup) {
        return measures.suspicion(backup);
    }

    /** The backups that are kept apart somewhere, newest first. */
    public synchronized List<CatalogedBackup> suspiciousBackups() {
        return sql.rows("""
                select * from backup where id in (select backup from placement where kind = ? and state = 'HELD')
                    and id in (select backup from measure where suspicion is not null)
                    order by ordered_at desc, id desc
                """, CatalogRows::backup, Kind.SUSPICIOUS);
    }

    /** When the last backup began whose dump the vendor's own program has read; none yet. */
    public synchronized Optional<Instant> lastCheckedDump() {
        return sql.rows("select max(started_at) as moment from backup where checked = 1",
                row -> CatalogRows.optionalTime(row, "moment")).getFirst();
    }

    /** Owes a backup to a destination; what is owed already stays as it is. */
    public synchronized void owe(BackupId backup, String destination, Instant since) {
        sql.change("""
                insert into delivery (backup, destination, owed_since, next_attempt_at) values (?, ?, ?, ?)
                    on conflict do nothing
                """, backup, destination, since, since);
    }

    /** All that is owed, newest backup first. */
    public synchronized List<OwedDelivery> owed() {
        return sql.rows("""
                select * from delivery join backup on backup.id = delivery.backup order by ordered_at desc, id desc
                """, CatalogRows::owed);
    }

    public List<OwedDelivery> owedTo(String destination) {
        return owed().stream().filter(owed -> owed.destination().equals(destination)).toList();
    }

    /** Nothing is owed any more: delivered, or overtaken by a newer backup of the same slot. */
    public synchronized void settle(BackupId backup, String destination) {
        sql.change("delete from delivery where backup = ? and destination = ?", backup, destination);
    }

    public synchronized void attemptFailed(BackupId backup, String destination, FaultCode fault, Instant nextAttempt) {
        sql.change("""
                update delivery set attempts = attempts + 1, last_fault = ?, next_attempt_at = ?
                    where backup = ? and destination = ?
                """, fault, nextAttempt, backup, destination);
    }

    public synchronized void note(DrillRecord drill) {
        sql.change("""
                insert into drill (backup, at, passed, fault, tables, rows, duration_ms, proof)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                """, drill.backup(), drill.at(), drill.passed(), drill.fault(), drill.tables(), drill.rows(),
                drill.duration().toMillis(), drill.proof());
    }

    /** Drills, newest first. */
    public synchronized List<DrillRecord> drills() {
        return sql.rows("select * from drill order by number desc", CatalogRows::drill);
    }

    /**
     * Notes a run.
     *
     * @return its number, under which it can be amended
     */
    public synchronized long note(RunRecord run) {
        return sql.add("""
                insert into run (started_at, ended_at, outcome, fault, fault_words, backup, dump_bytes, archive_bytes,
                    boot_id, monotonic_ns) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, run.startedAt(), run.endedAt(), run.outcome(), run.fault(), run.faultWords(), run.backup(),
                run.dumpBytes(), run.archiveBytes(), run.bootId(), run.monotonicNanos());
    }

    /** Notes how a run ended that was noted before its end. */
    public synchronized void amend(long number, RunRecord run) {
        sql.change("update run set ended_at = ?, outcome = ?, fault = ?, fault_words = ? where number = ?",
                run.endedAt(), run.outcome(), run.fault(), run.faultWords(), number);
    }

    /** The last runs, newest first. */
    public synchronized List<RunRecord> runs(int atMost) {
        return sql.rows("select * from run order by number desc limit ?", CatalogRows::run, atMost);
    }

    @Override
    public synchronized void close() {
        sql.close();
    }
}
