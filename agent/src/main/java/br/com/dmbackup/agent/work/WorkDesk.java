package br.com.dmbackup.agent.work;

import br.com.dmbackup.agent.AgentDesk;
import br.com.dmbackup.agent.ArchiveBytes;
import br.com.dmbackup.agent.HomeDoor;
import br.com.dmbackup.agent.status.LiveStatus;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.ArchiveCopy;
import br.com.dmbackup.core.installation.ArchiveFinder;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.installation.Wanted;
import br.com.dmbackup.core.report.SlotTable;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.JobReport;
import br.com.dmbackup.protocol.api.JobReport.JobKind;
import br.com.dmbackup.protocol.api.SlotStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The desk at which others ask the agent. Whatever it opens of the home, it opens for the one question. */
public final class WorkDesk implements AgentDesk {
    private static final long PROGRESS_MILLIS = 500;

    private final HomeDoor door;
    private final Supplier<Optional<Sound>> settings;
    private final LiveStatus status;
    private final JobBook asked;
    private final Ends ends;

    /** What happens to the agent itself. */
    public interface Ends {
        /** There is something to do. */
        void wake();

        void goodbye();

        void stop();

        boolean stopping();
    }

    public WorkDesk(HomeDoor door, Supplier<Optional<Sound>> settings, LiveStatus status, JobBook asked, Ends ends) {
        this.door = door;
        this.settings = settings;
        this.status = status;
        this.asked = asked;
        this.ends = ends;
    }

    @Override
    public AgentStatus status() {
        return status.now();
    }

    @Override
    public AgentStatus statusAfter(long revision) throws InterruptedException {
        return status.after(revision, PROGRESS_MILLIS);
    }

    @Override
    public List<SlotStatus> slots() {
        try (Installation here = open()) {
            return SlotTable.of(here).rows().stream().map(WorkDesk::slot).toList();
        }
    }

    private static SlotStatus slot(SlotTable.Row row) {
        return new SlotStatus(row.slot().folderName(), row.backup().map(backup -> backup.id().toString()),
                row.backup().map(backup -> backup.startedAt()), row.archiveBytes(), row.provenAt(),
                row.cells().entrySet().stream()
                        .map(cell -> new SlotStatus.Place(cell.getKey(), cell.getValue().state().name(),
                                cell.getValue().verifiedAt()))
                        .toList());
    }

    @Override
    public JobReport ask(JobKind kind, String archive) {
        if (ends.stopping()) {
            throw BackupFault.of(FaultCode.AGENT_STOPPING);
        }
        JobReport report = asked.ask(kind, switch (kind) {
            case BACKUP -> BackupJob.ASKED;
            case ACCEPT -> BackupJob.ACCEPTED;
            case DELIVERY -> DeliveryJob.ASKED;
            case DRILL -> new DrillJob(wanted(archive));
            case RESTORE -> new RestoreJob(wanted(archive));
        });
        ends.wake();
        return report;
    }

    /** A file's path is no answer here: whoever asks may be anybody at the till. */
    private static Wanted wanted(String archive) {
        Wanted wanted = archive.isBlank() ? new Wanted.Newest() : Wanted.parse(archive);
        if (wanted instanceof Wanted.InFile) {
            throw BackupFault.of(FaultCode.USAGE, Phrase.of("why.no_archive", archive));
        }
        return wanted;
    }

    @Override
    public Optional<JobReport> job(String id) {
        return asked.job(id);
    }

    @Override
    public ArchiveBytes archive(String archive) {
        Wanted wanted = wanted(archive);
        Installation here = open();
        boolean handedOver = false;
        try {
            ArchiveBytes bytes = bytes(here, new ArchiveFinder(here).find(wanted));
            handedOver = true;
            return bytes;
        } finally {
            if (!handedOver) {
                here.close();
            }
        }
    }

    /** The first copy that can be opened; where none can, the fault of the first. */
    private static ArchiveBytes bytes(Installation here, List<ArchiveCopy> copies) {
        Optional<BackupFault> first = Optional.empty();
        for (ArchiveCopy copy : copies) {
            if (copy instanceof ArchiveCopy.AtPlace placed) {
                try {
                    return new ArchiveBytes(here.layout().newest().value(), placed.where().sizeBytes(),
                            placed.where().modifiedAt(),
                            placed.destination().open(placed.where().name()), here::close);
                } catch (BackupFault fault) {
                    first = first.or(() -> Optional.of(fault));
                }
            }
        }
        throw first.orElseGet(() -> BackupFault.of(FaultCode.ARCHIVE_MISSING, here.layout().newest().value()));
    }

    private Installation open() {
        return door.open(settings.get()
                .orElseThrow(() -> BackupFault.of(FaultCode.SETTINGS_MISSING, door.home().settingsFile())));
    }

    @Override
    public void goodbye() {
        ends.goodbye();
    }

    @Override
    public void stop() {
        ends.stop();
    }
}
