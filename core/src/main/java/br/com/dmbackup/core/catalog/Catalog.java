package br.com.dmbackup.core.catalog;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.catalog.Placement.Kind;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The memory of one home folder. Thread-safe: one connection, one call at a time.
 *
 * <p>Every method throws {@link BackupFault} with {@code CATALOG_UNUSABLE} when the file fails under it.
 */
public final class Catalog implements AutoCloseable {
    private final Path file;
    private final CatalogFile origin;
    private final Handle handle;

    private Catalog(Path file, CatalogFile origin, Handle handle) {
        this.file = file;
        this.origin = origin;
        this.handle = handle;
    }

    /** Opens the catalog, making it when it is missing; a damaged one is put aside and made anew, empty. */
    public static Catalog open(Path file, InstantSource clock) {
        CatalogFile origin = CatalogFile.prepare(file, clock);
        try {
            return new Catalog(file, origin, Jdbi.create(origin.url()).open());
        } catch (JdbiException e) {
            throw CatalogFaults.unusable(file, e);
        }
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
        ask(h -> {
            h.useTransaction(inner -> changes.run());
            return true;
        });
    }

    /** Notes a backup that was made just now: it is newer than all that are known. */
    public synchronized void noteMade(CatalogedBackup backup) {
        long last = ask(h -> h.createQuery("select coalesce(max(ordered_at), 0) from backup").mapTo(Long.class).one());
        note(backup.orderedAt(Instant.ofEpochMilli(Math.max(last + 1, backup.startedAt().toEpochMilli()))));
    }

    /** Notes a backup that was found; one that is known stays as it is. */
    public synchronized void note(CatalogedBackup backup) {
        ask(h -> h.createUpdate("""
                insert into backup values (:id, :purpose, :slot, :started, :ended, :zone, :engine, :database,
                    :bytes, :digest, :ordered, :made, :checked) on conflict (id) do nothing
                """).bind("id", backup.id().toString()).bind("purpose", backup.purpose().name())
                .bind("slot", backup.slot().hour()).bind("started", backup.startedAt().toEpochMilli())
                .bind("ended", backup.endedAt().toEpochMilli()).bind("zone", backup.zone().getId())
                .bind("engine", backup.engine()).bind("database", backup.database())
                .bind("bytes", backup.dumpBytes()).bind("digest", backup.dumpDigest())
                .bind("ordered", backup.orderedAt().toEpochMilli())
                .bind("made", backup.dumpMadeAt().map(Instant::toEpochMilli).orElse(null))
                .bind("checked", backup.dumpChecked() ? 1 : 0).execute());
    }

    /** Notes what stands under a name at a place, in place of what was noted before. */
    public synchronized void note(Placement placement) {
        ask(h -> h.createUpdate("""
                insert or replace into placement values (:place, :name, :kind, :backup, :size, :modified, :state,
                    :verified)
                """).bind("place", placement.place()).bind("name", placement.name().value())
                .bind("kind", placement.kind().name())
                .bind("backup", placement.backup().map(BackupId::toString).orElse(null))
                .bind("size", placement.sizeBytes()).bind("modified", placement.modifiedAt().toEpochMilli())
                .bind("state", placement.state().name())
                .bind("verified", placement.verifiedAt().map(Instant::toEpochMilli).orElse(null)).execute());
    }

    public synchronized void forget(String place, ArchiveName name) {
        ask(h -> h.createUpdate("delete from placement where place = :place and name = :name").bind("place", place)
                .bind("name", name.value()).execute());
    }

    public synchronized Optional<CatalogedBackup> backup(BackupId id) {
        return ask(h -> h.createQuery("select * from backup where id = :id").bind("id", id.toString())
                .map(CatalogRows::backup).findOne());
    }

    public synchronized List<Placement> placements() {
        return ask(h -> h.createQuery("select * from placement order by place, name").map(CatalogRows::placement)
                .list());
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
        return ask(h -> h
                .createQuery(
                        """
                                select * from backup where id in
                                    (select backup from placement where kind = :kind and state = 'HELD') order by ordered_at desc, id desc
                                """)
                .bind("kind", Kind.SLOT.name()).map(CatalogRows::backup).list());
    }

    /** When the last backup began whose dump the vendor's own program has read; none yet. */
    public synchronized Optional<Instant> lastCheckedDump() {
        return ask(h -> h.createQuery("select max(started_at) from backup where checked = 1").mapTo(Long.class)
                .findOne()).map(Instant::ofEpochMilli);
    }

    /** Owes a backup to a destination; what is owed already stays as it is. */
    public synchronized void owe(BackupId backup, String destination, Instant since) {
        ask(h -> h.createUpdate("""
                insert into delivery (backup, destination, owed_since, next_attempt_at)
                    values (:backup, :destination, :since, :since) on conflict do nothing
                """).bind("backup", backup.toString()).bind("destination", destination)
                .bind("since", since.toEpochMilli()).execute());
    }

    /** All that is owed, newest backup first. */
    public synchronized List<OwedDelivery> owed() {
        return ask(h -> h.createQuery("""
                select * from delivery join backup on backup.id = delivery.backup order by ordered_at desc, id desc
                """).map(CatalogRows::owed).list());
    }

    public List<OwedDelivery> owedTo(String destination) {
        return owed().stream().filter(owed -> owed.destination().equals(destination)).toList();
    }

    /** Nothing is owed any more: delivered, or overtaken by a newer backup of the same slot. */
    public synchronized void settle(BackupId backup, String destination) {
        ask(h -> h.createUpdate("delete from delivery where backup = :backup and destination = :destination")
                .bind("backup", backup.toString()).bind("destination", destination).execute());
    }

    public synchronized void attemptFailed(BackupId backup, String destination, FaultCode fault, Instant nextAttempt) {
        ask(h -> h.createUpdate("""
                update delivery set attempts = attempts + 1, last_fault = :fault, next_attempt_at = :next
                    where backup = :backup and destination = :destination
                """).bind("fault", fault.name()).bind("next", nextAttempt.toEpochMilli())
                .bind("backup", backup.toString()).bind("destination", destination).execute());
    }

    public synchronized void note(DrillRecord drill) {
        ask(h -> h.createUpdate("""
                insert into drill (backup, at, passed, fault, tables, rows, duration_ms, proof)
                    values (:backup, :at, :passed, :fault, :tables, :rows, :duration, :proof)
                """).bind("backup", drill.backup().map(BackupId::toString).orElse(null))
                .bind("at", drill.at().toEpochMilli())
                .bind("passed", drill.passed() ? 1 : 0).bind("fault", drill.fault().orElse(null))
                .bind("tables", drill.tables()).bind("rows", drill.rows())
                .bind("duration", drill.duration().toMillis()).bind("proof", drill.proof().name()).execute());
    }

    /** Drills, newest first. */
    public synchronized List<DrillRecord> drills() {
        return ask(h -> h.createQuery("select * from drill order by number desc").map(CatalogRows::drill).list());
    }

    /**
     * Notes a run.
     *
     * @return its number, under which it can be amended
     */
    public synchronized long note(RunRecord run) {
        return ask(h -> h
                .createUpdate(
                        """
                                insert into run (started_at, ended_at, outcome, fault, fault_words, backup, dump_bytes, archive_bytes, boot_id,
                                    monotonic_ns) values (:started, :ended, :outcome, :fault, :words, :backup, :dump, :archive, :boot,
                                    :nanos)
                                """)
                .bind("started", run.startedAt().toEpochMilli()).bind("ended", run.endedAt().toEpochMilli())
                .bind("outcome", run.outcome().name()).bind("fault", run.fault().orElse(null))
                .bind("words", run.faultWords().orElse(null))
                .bind("backup", run.backup().map(BackupId::toString).orElse(null)).bind("dump", run.dumpBytes())
                .bind("archive", run.archiveBytes()).bind("boot", run.bootId())
                .bind("nanos", run.monotonicNanos()).executeAndReturnGeneratedKeys("number").mapTo(Long.class).one());
    }

    /** Notes how a run ended that was noted before its end. */
    public synchronized void amend(long number, RunRecord run) {
        ask(h -> h.createUpdate("""
                update run set ended_at = :ended, outcome = :outcome, fault = :fault, fault_words = :words
                    where number = :number
                """).bind("ended", run.endedAt().toEpochMilli()).bind("outcome", run.outcome().name())
                .bind("fault", run.fault().orElse(null)).bind("words", run.faultWords().orElse(null))
                .bind("number", number).execute());
    }

    /** The last runs, newest first. */
    public synchronized List<RunRecord> runs(int atMost) {
        return ask(h -> h.createQuery("select * from run order by number desc limit :most").bind("most", atMost)
                .map(CatalogRows::run).list());
    }

    private <T> T ask(Function<Handle, T> question) {
        try {
            return question.apply(handle);
        } catch (JdbiException e) {
            throw CatalogFaults.unusable(file, e);
        }
    }

    @Override
    public synchronized void close() {
        handle.close();
    }
}
