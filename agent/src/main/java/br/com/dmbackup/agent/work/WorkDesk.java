package br.com.dmbackup.agent.work;

import br.com.dmbackup.agent.AgentDesk;
import br.com.dmbackup.agent.AgentFiles;
import br.com.dmbackup.agent.ArchiveBytes;
import br.com.dmbackup.agent.HomeDoor;
import br.com.dmbackup.agent.spool.FileSpool;
import br.com.dmbackup.agent.status.LiveStatus;
import br.com.dmbackup.core.archive.ArchiveReader;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.installation.ArchiveCopy;
import br.com.dmbackup.core.installation.ArchiveFinder;
import br.com.dmbackup.core.installation.BackupCheck;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.installation.Wanted;
import br.com.dmbackup.core.report.SlotTable;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.ArchiveContents;
import br.com.dmbackup.protocol.api.BackupPicture;
import br.com.dmbackup.protocol.api.JobReport;
import br.com.dmbackup.protocol.api.JobRequest;
import br.com.dmbackup.protocol.api.RestoreWay;
import br.com.dmbackup.protocol.api.SentFile;
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
    private final FileSpool spool;
    private final ExternalCopies copies;
    private final Ends ends;

    /** What happens to the agent itself. */
    public interface Ends {
        /** There is something to do. */
        void wake();

        void goodbye();

        void stop();

        boolean stopping();
    }

    public WorkDesk(HomeDoor door, Supplier<Optional<Sound>> settings, LiveStatus status, JobBook asked,
            FileSpool spool, Ends ends) {
        this.door = door;
        this.settings = settings;
        this.status = status;
        this.asked = asked;
        this.spool = spool;
        this.copies = new ExternalCopies(new AgentFiles(door.home()).externalCopy(), door.clock());
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
    public BackupPicture picture() {
        try (Installation here = open()) {
            return Pictures.of(here, copies.last());
        }
    }

    @Override
    public ArchiveContents contents(String archive) {
        if (SentFile.isId(archive)) {
            return spool.use(archive, (file, name) -> {
                try (Installation here = open()) {
                    return contents(here, new Wanted.InFile(file, name));
                }
            });
        }
        try (Installation here = open()) {
            return contents(here, wanted(archive));
        }
    }

    /** Of the first copy that can be opened; where none can, the fault of the first. */
    private static ArchiveContents contents(Installation here, Wanted wanted) {
        Optional<BackupFault> first = Optional.empty();
        for (ArchiveCopy copy : new ArchiveFinder(here).find(wanted)) {
            try (ArchiveReader reader = copy.open()) {
                BackupCheck.requireNoted(reader, copy);
                return Pictures.contents(reader, here.engine().kind(), here.engine().canOverwrite());
            } catch (BackupFault fault) {
                first = first.or(() -> Optional.of(fault));
            }
        }
        throw first.orElseThrow();
    }

    @Override
    public FileSpool files() {
        return spool;
    }

    @Override
    public void settingsChanged() {
        ends.wake();
    }

    @Override
    public void tookCopy(String backup) {
        copies.note(BackupId.parse(backup).toString());
        ends.wake();
    }

    @Override
    public JobReport ask(JobRequest request) {
        if (ends.stopping()) {
            throw BackupFault.of(FaultCode.AGENT_STOPPING);
        }
        String archive = request.archive().orElse("");
        JobReport report = asked.ask(request.kind(), switch (request.kind()) {
            case BACKUP -> BackupJob.ASKED;
            case ACCEPT -> accept(archive);
            case DELIVERY -> DeliveryJob.ASKED;
            case DRILL -> new DrillJob(wanted(archive));
            case RESTORE -> new RestoreJob(source(archive), request.way().orElse(RestoreWay.OVER), request.place());
        });
        ends.wake();
        return report;
    }

    private static Job accept(String looked) {
        return wanted(looked) instanceof Wanted.ById byId ? new AcceptJob(byId.id()) : BackupJob.ACCEPTED;
    }

    private RestoreJob.Source source(String archive) {
        return SentFile.isId(archive)
                ? new RestoreJob.Source.Sent(spool, archive)
                : new RestoreJob.Source.OfOurs(wanted(archive));
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
