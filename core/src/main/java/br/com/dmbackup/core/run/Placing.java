package br.com.dmbackup.core.run;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.Space;
import br.com.dmbackup.core.destination.Staging;
import br.com.dmbackup.core.destination.StagingDestination;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.protocol.FaultCode;
import java.util.List;

/**
 * The place at which an archive is being written: the first with room for it.
 *
 * @param others the places that are left, should this one turn out too small
 */
record Placing(StagingDestination place, Staging staging, List<StagingDestination> others) {

    /**
     * @throws BackupFault {@code LOCAL_FULL} when no place has room; this machine's own fault otherwise
     */
    static Placing begin(List<StagingDestination> places, ArchiveName name, long expectedBytes, Installation here) {
        for (int i = 0; i < places.size(); i++) {
            StagingDestination place = places.get(i);
            try {
                return new Placing(place, place.stage(name, expectedBytes), places.subList(i + 1, places.size()));
            } catch (BackupFault fault) {
                if (fault.code() != FaultCode.DESTINATION_FULL && place.equals(here.local())) {
                    throw fault;
                }
            }
        }
        throw noRoom(expectedBytes, here);
    }

    static BackupFault noRoom(long expectedBytes, Installation here) {
        long free = here.local().space().map(Space::freeBytes).orElse(0L);
        return BackupFault.of(FaultCode.LOCAL_FULL, here.local().location(), expectedBytes, free);
    }
}
