package br.com.dmbackup.protocol.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the store stands and what its agent is doing. Immutable.
 *
 * @param apiVersion {@link #API_VERSION}
 * @param revision grows with every change; an equal one means an equal status, within one life of the agent
 * @param programVersion version of DMBackup
 * @param startedAt when the agent began
 * @param language tag of the language of all sentences here
 * @param zone the store's time zone
 * @param store the store's trade name; empty where the settings do not say
 * @param troubles all that is not as it should be, the worst first
 * @param nextDue when the next automatic backup is expected; none while one is under way or nobody can tell
 * @param localOnly whether copies exist on this machine alone
 * @param integrated whether the software house's registry is to know where this store is
 * @param warning what the ERP is to show a person when it opens; none where nothing is to be said
 * @param newerVersion the version that the software house wants here, where it is a newer one
 */
public record AgentStatus(int apiVersion, long revision, String programVersion, Instant startedAt, String language,
        String zone, String store, AgentLight light, Activity activity, List<Trouble> troubles,
        Optional<LastBackup> lastBackup, Optional<LastDrill> lastDrill, Optional<Instant> nextDue,
        List<PlaceStatus> places, boolean localOnly, boolean integrated, Optional<String> warning,
        Optional<String> newerVersion) {

    /** The first part of every path of the local API: {@code /v1}. */
    public static final int API_VERSION = 1;
}
