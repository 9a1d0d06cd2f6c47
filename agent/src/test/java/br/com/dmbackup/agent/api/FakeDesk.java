package br.com.dmbackup.agent.api;

import br.com.dmbackup.agent.AgentDesk;
import br.com.dmbackup.agent.ArchiveBytes;
import br.com.dmbackup.agent.spool.FileSpool;
import br.com.dmbackup.agent.status.LiveStatus;
import br.com.dmbackup.agent.status.StandingFacts;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.AgentLight;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.ArchiveContents;
import br.com.dmbackup.protocol.api.BackupPicture;
import br.com.dmbackup.protocol.api.JobReport;
import br.com.dmbackup.protocol.api.JobReport.State;
import br.com.dmbackup.protocol.api.JobRequest;
import br.com.dmbackup.protocol.api.LastBackup;
import br.com.dmbackup.protocol.api.LastDrill;
import br.com.dmbackup.protocol.api.PlacePicture;
import br.com.dmbackup.protocol.api.PlaceStatus;
import br.com.dmbackup.protocol.api.SlotPicture;
import br.com.dmbackup.protocol.api.SlotState;
import br.com.dmbackup.protocol.api.SlotStatus;
import br.com.dmbackup.protocol.api.SuspectStatus;
import br.com.dmbackup.protocol.api.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A desk at which nobody works: what is asked is noted, what is told is what a test put there. Strict. */
final class FakeDesk implements AgentDesk {
    static final Instant MOMENT = Instant.parse("2026-11-23T12:00:00Z");
    static final String BACKUP = "01a207da-740a-7e43-84ee-e8ec38e52b89";

    final LiveStatus live = new LiveStatus("test", InstantSource.fixed(MOMENT), Messages.in(Language.PT_BR),
            WorkListener.NONE);
    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<JobReport> jobs = new CopyOnWriteArrayList<>();
    private final Path archive;
    private final FileSpool spool;

    FakeDesk(Path archive) {
        this.archive = archive;
        this.spool = new FileSpool(archive.resolveSibling("spool"), InstantSource.fixed(MOMENT));
        live.facts(new StandingFacts("America/Sao_Paulo", "Farmácia São João",
                Optional.of(new LastBackup(BACKUP, "09h", MOMENT, 71, 5_000_000_000L, 700)),
                Optional.of(new LastDrill(MOMENT, true, "DATABASE", 6, 152_911, "")), Optional.of(MOMENT),
                List.of(new PlaceStatus("local", 24, 0, Optional.empty()),
                        new PlaceStatus("terminal", 23, 1, Optional.of(MOMENT))),
                false, true, Optional.of("aviso")));
        live.trouble(new Trouble("delivery:terminal", AgentLight.ATTENTION, "DELIVERY_OWED", "DM-503", "m", "h",
                List.of("linha 1"), MOMENT));
    }

    @Override
    public void settingsChanged() {
        asked.add("settings");
    }

    @Override
    public AgentStatus status() {
        return live.now();
    }

    @Override
    public AgentStatus statusAfter(long revision) throws InterruptedException {
        return live.after(revision, 500);
    }

    @Override
    public List<SlotStatus> slots() {
        return List.of(new SlotStatus("09h", Optional.of(BACKUP), Optional.of(MOMENT), 700, Optional.of(MOMENT),
                List.of(new SlotStatus.Place("local", "HELD", Optional.of(MOMENT)),
                        new SlotStatus.Place("terminal", "OWED", Optional.empty()))));
    }

    @Override
    public BackupPicture picture() {
        SlotPicture held = new SlotPicture("09h", SlotState.HELD, Optional.of(BACKUP), Optional.of(MOMENT), 700,
                Optional.of(MOMENT), Optional.of(MOMENT));
        SlotPicture empty = new SlotPicture("10h", SlotState.EMPTY, Optional.empty(), Optional.empty(), 0,
                Optional.empty(), Optional.empty());
        return new BackupPicture(MOMENT, "MCDados",
                List.of(new PlacePicture("local", 1, Optional.of(MOMENT), Optional.of(MOMENT), List.of(held, empty))),
                List.of(new SuspectStatus(BACKUP, "09h", MOMENT, 700, 5_000, "motivo", true, List.of("local"))),
                Optional.of(MOMENT), Optional.of("/loja"));
    }

    @Override
    public ArchiveContents contents(String wanted) {
        asked.add("contents:" + wanted);
        return new ArchiveContents(700, "MCDados.bak", 5_000, true, true, false, Optional.of(BACKUP),
                Optional.of(MOMENT),
                "Farmácia São João", "11222333000181", "sqlite", "3", "MCDados", "test",
                List.of(new ArchiveContents.TableRows("venda", 12)));
    }

    @Override
    public FileSpool files() {
        return spool;
    }

    @Override
    public void tookCopy(String backup) {
        asked.add("took:" + backup);
    }

    @Override
    public JobReport ask(JobRequest request) {
        asked.add(request.kind() + ":" + request.archive().orElse("")
                + request.way().map(way -> ":" + way).orElse("") + request.place().map(it -> ":" + it).orElse(""));
        JobReport job = new JobReport("job-" + asked.size(), request.kind(), State.WAITING, MOMENT, Optional.empty(),
                "", "",
                List.of(), Optional.empty());
        jobs.add(job);
        return job;
    }

    @Override
    public Optional<JobReport> job(String id) {
        return jobs.stream().filter(job -> job.id().equals(id)).findFirst();
    }

    @Override
    public ArchiveBytes archive(String wanted) {
        asked.add("archive:" + wanted);
        if (wanted.equals("23h")) {
            throw BackupFault.of(FaultCode.SLOT_EMPTY, wanted);
        }
        try {
            return new ArchiveBytes("MCDados.zip", Files.size(archive), MOMENT, FileChannel.open(archive),
                    () -> asked.add("closed"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void goodbye() {
        asked.add("goodbye");
    }

    @Override
    public void stop() {
        asked.add("stop");
    }
}
