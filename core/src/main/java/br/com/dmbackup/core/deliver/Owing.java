package br.com.dmbackup.core.deliver;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.catalog.Catalog;
import br.com.dmbackup.core.catalog.CatalogedBackup;
import br.com.dmbackup.core.catalog.OwedDelivery;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.catalog.Placement.Kind;
import br.com.dmbackup.core.catalog.Placement.State;
import br.com.dmbackup.core.destination.ReceivingDestination;
import br.com.dmbackup.core.installation.Installation;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a destination is owed: every backup that holds a slot somewhere, unless the destination's own slot of that hour
 * holds it, or a newer one; and likewise every suspicious one in the ring, once.
 */
final class Owing {
    private Owing() {}

    /** Notes what is owed, and settles what is not any more. */
    static void oweMissing(Installation here, String destination) {
        Catalog catalog = here.catalog();
        List<CatalogedBackup> placed = catalog.placedBackups();
        List<CatalogedBackup> ring = ring(here);
        owe(here, destination, placed, backup -> lacksInSlot(here, destination, backup));
        owe(here, destination, ring, backup -> lacksInRing(here, destination, backup));
        Set<BackupId> held = Stream.concat(placed.stream(), ring.stream()).map(CatalogedBackup::id)
                .collect(Collectors.toSet());
        for (OwedDelivery owed : catalog.owedTo(destination)) {
            if (!held.contains(owed.backup().id())) {
                catalog.settle(owed.backup().id(), destination);
            }
        }
    }

    /** Those that stand where their hour's place in the ring is; an older version had a ring of its own. */
    private static List<CatalogedBackup> ring(Installation here) {
        return here.catalog().suspiciousBackups().stream()
                .filter(backup -> here.catalog().placementsOf(backup.id()).stream()
                        .anyMatch(placement -> placement.held()
                                && placement.name().equals(here.layout().suspicious(backup.slot()))))
                .toList();
    }

    private static void owe(Installation here, String destination, List<CatalogedBackup> backups,
            Predicate<CatalogedBackup> lacking) {
        for (CatalogedBackup backup : backups) {
            if (wanted(backup, backups) && lacking.test(backup)) {
                here.catalog().owe(backup.id(), destination, here.now());
            } else {
                here.catalog().settle(backup.id(), destination);
            }
        }
    }

    /** A backup that another of the same hour has overtaken is not wanted any more. */
    private static boolean wanted(CatalogedBackup backup, List<CatalogedBackup> others) {
        return others.stream().filter(other -> other.slot().equals(backup.slot()))
                .noneMatch(other -> other.newerThan(backup));
    }

    private static boolean lacksInSlot(Installation here, String destination, CatalogedBackup backup) {
        return here.catalog().placement(destination, here.layout().slot(backup.slot())).filter(Placement::held)
                .filter(there -> holds(here, there, backup)).isEmpty() && !suspectedThere(here, destination, backup);
    }

    /** A receiver that found it suspicious itself has it, and only a person there can give it its slot. */
    private static boolean suspectedThere(Installation here, String destination, CatalogedBackup backup) {
        return here.remote(destination).filter(ReceivingDestination.class::isInstance).isPresent()
                && here.catalog().placementsOf(backup.id()).stream().anyMatch(placement -> placement.held()
                        && placement.kind() == Kind.SUSPICIOUS && placement.place().equals(destination));
    }

    /** One that had to make room there is not brought again. */
    private static boolean lacksInRing(Installation here, String destination, CatalogedBackup backup) {
        return here.catalog().placement(destination, here.layout().suspicious(backup.slot()))
                .filter(there -> there.state() != State.DAMAGED).filter(there -> holds(here, there, backup)).isEmpty();
    }

    /** It, or a newer one. */
    private static boolean holds(Installation here, Placement there, CatalogedBackup backup) {
        return there.backup().flatMap(here.catalog()::backup)
                .filter(held -> held.id().equals(backup.id()) || held.newerThan(backup)).isPresent();
    }
}
