package br.com.dmbackup.core.run;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.Space;
import br.com.dmbackup.core.destination.Staging;
import br.com.dmbackup.core.destination.StagingDestination;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.protocol.FaultCode;
import java.util.List;

/** The place at which an archive is being written: the first with room for it. */
record Placing(StagingDestination place, Staging staging) {

    /**
     * @throws BackupFault {@code LOCAL_FULL} when no place has room; the fault of the only place otherwise
     */
    static Placing begin(List<StagingDestination> places, ArchiveName name, long expectedBytes, Installation here) {
        for (StagingDestination place : places) {
            try {
                return new Placing(place, place.stage(name, expectedBytes));
            } catch (BackupFault fault) {
                if (fault.code() != FaultCode.DESTINATION_FULL && place.equals(places.getFirst())) {
                    throw fault;
                }
            }
        }
        long free = places.getFirst().space().map(Space::freeBytes).orElse(0L);
        throw BackupFault.of(FaultCode.LOCAL_FULL, here.local().location(), expectedBytes, free);
    }
}
