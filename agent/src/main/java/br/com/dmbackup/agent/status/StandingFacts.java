package br.com.dmbackup.agent.status;

import br.com.dmbackup.protocol.api.LastBackup;
import br.com.dmbackup.protocol.api.LastDrill;
import br.com.dmbackup.protocol.api.PlaceStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the store and its backups, between one piece of work and the next.
 *
 * @param zone the store's time zone
 * @param store its trade name; empty where the settings do not say
 * @param nextDue when the next automatic backup is expected
 * @param localOnly whether copies exist on this machine alone
 * @param integrated whether the software house's registry is to know where this store is
 * @param warning what the ERP is to show when it opens
 */
public record StandingFacts(String zone, String store, Optional<LastBackup> lastBackup, Optional<LastDrill> lastDrill,
        Optional<Instant> nextDue, List<PlaceStatus> places, boolean localOnly, boolean integrated,
        Optional<String> warning) {

    /** Before anything was looked at. */
    public static final StandingFacts UNKNOWN = new StandingFacts("", "", Optional.empty(), Optional.empty(),
            Optional.empty(), List.of(), false, false, Optional.empty());
}
