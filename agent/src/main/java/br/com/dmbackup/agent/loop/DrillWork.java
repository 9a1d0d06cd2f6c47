package br.com.dmbackup.agent.loop;

import br.com.dmbackup.agent.AgentSettings;
import br.com.dmbackup.agent.notify.opening.OpeningSettings;
import br.com.dmbackup.agent.status.Troubles;
import br.com.dmbackup.agent.work.DrillJob;
import br.com.dmbackup.agent.work.JobEnd;
import br.com.dmbackup.agent.work.Work;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.catalog.CatalogedBackup;
import br.com.dmbackup.core.catalog.DrillRecord;
import br.com.dmbackup.core.destination.Space;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.installation.Wanted;
import br.com.dmbackup.core.policy.DrillDue;
import br.com.dmbackup.core.policy.DrillDue.Last;
import br.com.dmbackup.protocol.AgentTopic;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.FaultKind;
import br.com.dmbackup.protocol.NoticeCode;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The daily restore drill: when the machine is quiet, and only where there is room for a second database. */
final class DrillWork {
    private final Work work;
    private final Quiet quiet;
    private volatile Optional<Last> tried = Optional.empty();

    DrillWork(Work work, Quiet quiet) {
        this.work = work;
        this.quiet = quiet;
    }

    /** Starts it when it is due. */
    boolean start(Installation here, Sound sound, Troubles troubles) {
        Optional<CatalogedBackup> newest = here.catalog().placedBackups().stream().findFirst();
        boolean wanted = sound.parts().of(AgentSettings.PART).drill();
        if (!wanted) {
            troubles.mended(AgentTopic.DRILL);
        }
        if (!wanted || newest.isEmpty() || !due(here, sound.parts().of(OpeningSettings.PART))) {
            return false;
        }
        Optional<Notice> noRoom = noRoom(here, newest.get());
        if (noRoom.isPresent()) {
            troubles.attention(AgentTopic.DRILL, noRoom.get());
            return false;
        }
        Instant now = here.now();
        return work.start(new DrillJob(new Wanted.Newest()), sound, end -> ended(end, now, troubles));
    }

    private boolean due(Installation here, OpeningSettings opening) {
        Optional<Last> noted = here.catalog().drills().stream().findFirst()
                .map(drill -> new Last(drill.at(), drill.passed()));
        Optional<Last> last = Stream.concat(noted.stream(), tried.stream()).max(Comparator.comparing(Last::at));
        // The processors are asked only on the day's few minutes in which the answer counts.
        return DrillDue.at(here.now(), last, true) && DrillDue.at(here.now(), last,
                quiet.now() || opening.surelyClosed(here.now().atZone(here.zone())));
    }

    /** A second database must fit beside, with the dump that some engines need as a file, and room for the next hour. */
    private static Optional<Notice> noRoom(Installation here, CatalogedBackup newest) {
        long needed = newest.dumpBytes() * (here.engine().keepsDumps() ? 3 : 2);
        return here.local().space().map(Space::freeBytes).filter(free -> free < needed)
                .map(free -> Notice.of(NoticeCode.DRILL_WITHOUT_ROOM, needed, free));
    }

    private void ended(JobEnd end, Instant begun, Troubles troubles) {
        tried = Optional.of(new Last(begun, end.how() == JobEnd.How.SUCCEEDED));
        end.faults().stream().findFirst().ifPresentOrElse(fault -> tell(fault, troubles),
                () -> troubles.mended(AgentTopic.DRILL));
    }

    private static void tell(BackupFault fault, Troubles troubles) {
        if (fault.code().kind() == FaultKind.INTEGRITY) {
            troubles.failure(AgentTopic.DRILL, fault);
        } else if (fault.code() != FaultCode.CANCELLED) {
            troubles.attention(AgentTopic.DRILL, fault);
        }
    }

    /** What an earlier life of the agent found. */
    static void remember(Installation here, Troubles troubles) {
        here.catalog().drills().stream().findFirst().filter(drill -> !drill.passed()).map(DrillRecord::at)
                .ifPresent(at -> troubles.attention(AgentTopic.DRILL, Notice.of(NoticeCode.DRILL_NOT_PASSED, at)));
    }
}
