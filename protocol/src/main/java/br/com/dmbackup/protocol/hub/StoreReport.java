package br.com.dmbackup.protocol.hub;

import br.com.dmbackup.protocol.StatusText;
import br.com.dmbackup.protocol.api.AgentLight;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a store stood at one moment. Numbers and codes alone.
 *
 * @param sequence grows by one with each report of the same stream
 * @param at by the store's clock, which may be wrong
 * @param nextDue when the next automatic backup is expected
 * @param places the local one first
 * @param faults names of fault or notice codes of all that is wrong, the worst first
 * @param ends whether the agent ends, or its machine goes to sleep, with this report
 */
public record StoreReport(long sequence, Instant at, AgentLight light, StatusText status, String programVersion,
        String engine, Optional<LastSuccess> lastSuccess, Optional<Instant> nextDue, List<Place> places,
        Optional<Drill> drill, List<String> faults, boolean localOnly, boolean ends) {
    public StoreReport {
        places = List.copyOf(places);
        faults = List.copyOf(faults);
    }

    /**
     * The newest backup that holds a slot.
     *
     * @param seconds how long it took
     */
    public record LastSuccess(Instant startedAt, long seconds, long dumpBytes, long archiveBytes) {}

    /**
     * One place that holds copies. Its name stays at the store, for people choose it.
     *
     * @param slots how many of the 24 slots are held there
     * @param owed how many backups it does not have yet
     * @param owedSince start of the oldest of them
     */
    public record Place(int slots, int owed, Optional<Instant> owedSince) {}

    /**
     * The last restore drill.
     *
     * @param proof {@code DATABASE} or {@code BYTES}
     */
    public record Drill(Instant at, boolean passed, String proof) {}
}
