package br.com.dmbackup.core.deliver;

import br.com.dmbackup.core.catalog.Catalog;
import br.com.dmbackup.core.catalog.CatalogedBackup;
import br.com.dmbackup.core.catalog.OwedDelivery;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.catalog.Placement.Kind;
import br.com.dmbackup.core.installation.Installation;
import java.util.Optional;

/**
 * What a destination is owed: every backup that holds a slot somewhere, unless the destination's own slot of that hour
 * holds it, or a newer one.
 */
final class Owing {
    private Owing() {}

    /** Notes what is owed, and settles what is not any more. */
    static void oweMissing(Installation here, String destination) {
        Catalog catalog = here.catalog();
        for (CatalogedBackup backup : catalog.placedBackups()) {
            if (wanted(here, backup) && lacks(here, destination, backup)) {
                catalog.owe(backup.id(), destination, here.now());
            } else {
                catalog.settle(backup.id(), destination);
            }
        }
        for (OwedDelivery owed : catalog.owedTo(destination)) {
            if (catalog.placementsOf(owed.backup().id()).stream().noneMatch(Owing::servesAsSource)) {
                catalog.settle(owed.backup().id(), destination);
            }
        }
    }

    private static boolean servesAsSource(Placement placement) {
        return placement.held() && placement.kind() == Kind.SLOT;
    }

    /** A backup that another of the same hour has overtaken is not wanted any more. */
    private static boolean wanted(Installation here, CatalogedBackup backup) {
        return here.catalog().placedBackups().stream().filter(other -> other.slot().equals(backup.slot()))
                .noneMatch(other -> other.newerThan(backup));
    }

    private static boolean lacks(Installation here, String destination, CatalogedBackup backup) {
        Optional<CatalogedBackup> there = here.catalog().placement(destination, here.layout().slot(backup.slot()))
                .filter(Placement::held).flatMap(Placement::backup).flatMap(here.catalog()::backup);
        return there.filter(
                held -> held.id().equals(backup.id()) || held.newerThan(backup)).isEmpty();
    }
}
