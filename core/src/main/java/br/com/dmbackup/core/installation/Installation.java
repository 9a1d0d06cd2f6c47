package br.com.dmbackup.core.installation;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.catalog.Catalog;
import br.com.dmbackup.core.catalog.PlaceLayout;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.catalog.Reconciliation;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.destination.StagingDestination;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.core.settings.Settings;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.NoticeCode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One home folder, opened: what the verbs work on. Built by the composition root, which closes it.
 *
 * @param remotes destinations away from this disk, each watched so that none can hang
 * @param folders opens any folder as a destination: for manual backups and for adopting
 */
public record Installation(Home home, Settings settings, DatabaseEngine engine, StagingDestination local,
        List<Destination> remotes, Function<Path, Destination> folders, Catalog catalog, Machine machine)
        implements
            AutoCloseable {

    /**
     * What the verbs know of the process they run in.
     *
     * @param clock the wall clock
     * @param monotonic a clock that nobody can set
     * @param checkpoint told of each step
     * @param programVersion version of this DMBackup
     */
    public record Machine(Clock clock, MonotonicSource monotonic, Checkpoint checkpoint, String programVersion) {}

    public PlaceLayout layout() {
        return new PlaceLayout(settings.database().name());
    }

    public ZoneId zone() {
        return settings.zone();
    }

    public Instant now() {
        return machine.clock().instant();
    }

    public Optional<Destination> remote(String name) {
        return remotes.stream().filter(remote -> remote.name().equals(name)).findFirst();
    }

    /** The name of the dump inside archives: {@code MCDados.bak}. */
    public String dumpName() {
        return settings.database().name() + ".bak";
    }

    /**
     * Clears what dead processes left on this machine and makes the catalog right about it; what every verb that
     * changes something begins with.
     */
    public void tidy(WorkListener listener) {
        int swept = local.sweep() + home.emptyStagingFolder();
        if (swept > 0) {
            listener.notice(Notice.of(NoticeCode.LEFTOVERS_REMOVED, Placement.spoken(Placement.LOCAL), swept));
        }
        lookHere(listener);
    }

    /**
     * Clears what dead processes left in the engine. Only for verbs that need the engine: with its server down, copies
     * must still be delivered, accepted and adopted.
     *
     * @throws BackupFault when the engine cannot be reached
     */
    public void dropLeftovers(WorkListener listener) {
        engine.dropLeftovers().forEach(name -> listener.notice(Notice.of(NoticeCode.SCRATCH_DROPPED, name)));
    }

    /** Makes the catalog right about this machine; tells of one that was lost. */
    public void lookHere(WorkListener listener) {
        catalog.damagedPredecessor()
                .ifPresent(aside -> listener.notice(Notice.of(NoticeCode.CATALOG_REBUILT, aside.toString())));
        new Reconciliation(catalog, layout()).reconcile(Placement.LOCAL, local).forEach(listener::notice);
        boolean forgotten = catalog.fresh() && catalog.damagedPredecessor().isEmpty();
        if (forgotten && !catalog.placedBackups().isEmpty()) {
            listener.notice(Notice.of(NoticeCode.CATALOG_MISSING));
        }
    }

    /** The destination behind a placement's place. */
    public Destination place(String place) {
        if (place.equals(Placement.LOCAL)) {
            return local;
        }
        return remote(place).orElseThrow(() -> BackupFault.of(FaultCode.BACKUP_UNKNOWN, place));
    }

    @Override
    public void close() {
        catalog.close();
        engine.close();
        local.close();
        remotes.forEach(Destination::close);
    }
}
