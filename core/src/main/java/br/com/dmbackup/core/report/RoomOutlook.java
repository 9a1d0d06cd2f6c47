package br.com.dmbackup.core.report;

import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.catalog.RunRecord;
import br.com.dmbackup.core.destination.Space;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.policy.Forecast;
import br.com.dmbackup.core.policy.SpaceNeed;
import java.util.List;
import java.util.Optional;

/** Whether the room on this machine will do for the next days, by the history of its archives. */
public final class RoomOutlook {
    private static final int RUNS_LOOKED_AT = 24 * 60;

    private RoomOutlook() {}

    public static Forecast.Outlook of(Installation here) {
        return of(here, here.local().space());
    }

    static Forecast.Outlook of(Installation here, Optional<Space> space) {
        List<RunRecord> placed = here.catalog().runs(RUNS_LOOKED_AT).stream().filter(RunRecord::placed).toList();
        if (placed.isEmpty() || space.isEmpty()) {
            return new Forecast.Unknown();
        }
        long ours = here.catalog().placementsAt(Placement.LOCAL).stream().filter(Placement::held)
                .filter(placement -> placement.kind() != Placement.Kind.NEWEST).mapToLong(Placement::sizeBytes).sum();
        RunRecord last = placed.getFirst();
        return Forecast.look(
                placed.stream().map(run -> new Forecast.Point(run.startedAt(), run.archiveBytes())).toList(),
                new SpaceNeed(last.archiveBytes(), last.dumpBytes(), false), here.settings().localSlots(),
                space.get().freeBytes() + ours);
    }
}
