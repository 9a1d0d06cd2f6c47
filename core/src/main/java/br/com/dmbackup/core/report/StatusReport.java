package br.com.dmbackup.core.report;

import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.catalog.CatalogedBackup;
import br.com.dmbackup.core.catalog.DrillRecord;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.catalog.RunRecord;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.engine.ServiceStatus;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.policy.Forecast;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the store stands.
 *
 * @param service whether the database can be reached
 * @param lastBackup the newest backup that holds a slot
 * @param lastRun how the last run ended
 * @param lastDrill the last restore drill
 * @param slots the slots as a table
 * @param places this machine first, then the destinations
 * @param outlook whether the room here will do for the next days
 */
public record StatusReport(ServiceStatus service, Optional<CatalogedBackup> lastBackup, Optional<RunRecord> lastRun,
        Optional<DrillRecord> lastDrill, SlotTable slots, List<PlaceReport> places, Forecast.Outlook outlook) {

    /** Looks at everything; a destination that is away costs its silence and is told as such. */
    public static StatusReport of(Installation here, WorkListener listener) {
        new FirstLook(here, listener).look();
        List<PlaceReport> places = new ArrayList<>();
        places.add(PlaceReport.of(Placement.LOCAL, here.local(), List.of()));
        for (Destination remote : here.remotes()) {
            places.add(PlaceReport.of(remote.name(), remote, here.catalog().owedTo(remote.name())));
        }
        return new StatusReport(here.engine().checkService(), here.catalog().placedBackups().stream().findFirst(),
                here.catalog().runs(1).stream().findFirst(), here.catalog().drills().stream().findFirst(),
                SlotTable.of(here), places,
                RoomOutlook.of(here, places.getFirst().space()));
    }
}
