package br.com.dmbackup.agent.loop;

import br.com.dmbackup.agent.AgentFiles;
import br.com.dmbackup.agent.status.LiveStatus;
import br.com.dmbackup.agent.status.StandingFacts;
import br.com.dmbackup.agent.status.Troubles;
import br.com.dmbackup.agent.work.ExternalCopies;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.StoreIdentity;
import br.com.dmbackup.core.catalog.CatalogedBackup;
import br.com.dmbackup.core.catalog.DrillRecord;
import br.com.dmbackup.core.catalog.OwedDelivery;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.policy.Due;
import br.com.dmbackup.core.policy.Forecast;
import br.com.dmbackup.core.report.RoomOutlook;
import br.com.dmbackup.protocol.AgentTopic;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.NoticeCode;
import br.com.dmbackup.protocol.Phrase;
import br.com.dmbackup.protocol.api.LastBackup;
import br.com.dmbackup.protocol.api.LastDrill;
import br.com.dmbackup.protocol.api.PlaceStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the catalog says of how the store stands: facts, and the troubles that outlive the agent. */
final class Standing {
    private final LiveStatus status;
    private Optional<String> looked = Optional.empty();

    Standing(LiveStatus status) {
        this.status = status;
    }

    /**
     * Shows it.
     *
     * @param integrated whether the software house's registry is to know where this store is
     */
    void tell(Installation here, Due.Verdict verdict, boolean integrated, Troubles troubles) {
        Optional<CatalogedBackup> last = here.catalog().placedBackups().stream().findFirst();
        Messages words = troubles.words();
        boolean alone = here.remotes().isEmpty();
        status.facts(new StandingFacts(here.zone().getId(),
                here.settings().store().map(StoreIdentity::name).orElse(""), last.map(backup -> told(here, backup)),
                here.catalog().drills().stream().findFirst().map(Standing::told),
                verdict instanceof Due.NotYet notYet
                        ? Optional.of(here.now().plus(notYet.pause()))
                        : Optional.empty(),
                places(here, troubles), alone, integrated,
                alone ? Optional.of(alert(here, words)) : Optional.empty()));
        outlook(here, last, troubles);
    }

    /** Counts from the last copy that a person took along, in days of the store's calendar. */
    private static String alert(Installation here, Messages words) {
        ExternalCopies copies = new ExternalCopies(new AgentFiles(here.home()).externalCopy(), here.machine().clock());
        return copies.last().map(last -> ChronoUnit.DAYS.between(last.atZone(here.zone()).toLocalDate(),
                here.now().atZone(here.zone()).toLocalDate()))
                .map(days -> words.notice(NoticeCode.LOCAL_ONLY_SINCE, Math.max(0, days)))
                .orElseGet(() -> words.notice(NoticeCode.LOCAL_ONLY));
    }

    private static LastBackup told(Installation here, CatalogedBackup backup) {
        long bytes = here.catalog().placementsOf(backup.id()).stream().filter(Placement::held)
                .mapToLong(Placement::sizeBytes).max().orElse(0);
        return new LastBackup(backup.id().toString(), backup.slot().folderName(), backup.startedAt(),
                Math.max(0, Duration.between(backup.startedAt(), backup.endedAt()).toSeconds()), backup.dumpBytes(),
                bytes);
    }

    private static LastDrill told(DrillRecord drill) {
        return new LastDrill(drill.at(), drill.passed(), drill.proof().name(), drill.tables(), drill.rows(),
                drill.fault().orElse(""));
    }

    private static List<PlaceStatus> places(Installation here, Troubles troubles) {
        List<PlaceStatus> places = new ArrayList<>(
                List.of(new PlaceStatus(Placement.LOCAL, slots(here, Placement.LOCAL), 0, Optional.empty())));
        List<OwedDelivery> owed = here.catalog().owed();
        for (Destination remote : here.remotes()) {
            List<OwedDelivery> lacking = owed.stream().filter(one -> one.destination().equals(remote.name())).toList();
            Optional<Instant> since = lacking.stream().map(OwedDelivery::owedSince).min(Instant::compareTo);
            places.add(new PlaceStatus(remote.name(), slots(here, remote.name()), lacking.size(), since));
            lacking.stream().filter(Standing::failed).findFirst().ifPresentOrElse(
                    one -> troubles.attention(AgentTopic.delivery(remote.name()), owed(remote.name(), lacking.size())),
                    () -> troubles.mended(AgentTopic.delivery(remote.name())));
        }
        return places;
    }

    private static int slots(Installation here, String place) {
        return (int) here.catalog().placementsAt(place).stream()
                .filter(placement -> placement.held() && placement.kind() == Placement.Kind.SLOT).count();
    }

    /** One that waits for the hours that a person has set does not fail. */
    private static boolean failed(OwedDelivery owed) {
        return owed.lastFault().filter(fault -> !fault.equals(FaultCode.DESTINATION_NOT_NOW.name())).isPresent();
    }

    private static BackupFault owed(String destination, int count) {
        return BackupFault.of(FaultCode.DELIVERY_OWED, destination, Phrase.of("why.copies_owed", count));
    }

    /** Worked out once for each backup, for it reads a long history. */
    private void outlook(Installation here, Optional<CatalogedBackup> last, Troubles troubles) {
        Optional<String> id = last.map(backup -> backup.id().toString());
        if (id.isEmpty() || id.equals(looked)) {
            return;
        }
        looked = id;
        if (RoomOutlook.of(here) instanceof Forecast.ShortIn shortIn) {
            troubles.attention(AgentTopic.SPACE, Notice.of(NoticeCode.DISK_FULL_SOON, shortIn.days(),
                    Placement.spoken(Placement.LOCAL)));
        } else {
            troubles.mended(AgentTopic.SPACE);
        }
    }
}
