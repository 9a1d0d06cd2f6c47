package br.com.dmbackup.core.report;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.catalog.OwedDelivery;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.destination.Space;
import java.util.List;
import java.util.Optional;

/**
 * How a place is.
 *
 * @param name {@code local} or the destination's name
 * @param location where it is, for a person
 * @param space its room, where it tells
 * @param atomic whether it replaces files atomically; none when it is away
 * @param owed what it does not have yet, newest first
 * @param fault why it cannot be used now
 */
public record PlaceReport(String name, String location, Optional<Space> space, Optional<Boolean> atomic,
        List<OwedDelivery> owed, Optional<BackupFault> fault) {

    static PlaceReport of(String name, Destination destination, List<OwedDelivery> owed) {
        try {
            return new PlaceReport(name, destination.location(), destination.space(),
                    Optional.of(destination.replacesAtomically()), owed, Optional.empty());
        } catch (BackupFault fault) {
            return new PlaceReport(name, destination.location(), Optional.empty(), Optional.empty(), owed,
                    Optional.of(fault));
        }
    }
}
