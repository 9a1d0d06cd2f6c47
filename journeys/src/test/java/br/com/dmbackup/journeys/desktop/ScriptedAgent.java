package br.com.dmbackup.journeys.desktop;

import br.com.dmbackup.agent.AgentDesk;
import br.com.dmbackup.agent.ArchiveBytes;
import br.com.dmbackup.agent.HomeDoor;
import br.com.dmbackup.agent.api.LocalApi;
import br.com.dmbackup.agent.spool.FileSpool;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Surroundings;
import br.com.dmbackup.cli.agent.SessionDoor;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.StatusText;
import br.com.dmbackup.protocol.api.Activity;
import br.com.dmbackup.protocol.api.AgentLight;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.ArchiveContents;
import br.com.dmbackup.protocol.api.BackupPicture;
import br.com.dmbackup.protocol.api.JobReport;
import br.com.dmbackup.protocol.api.JobReport.JobKind;
import br.com.dmbackup.protocol.api.JobReport.State;
import br.com.dmbackup.protocol.api.JobRequest;
import br.com.dmbackup.protocol.api.LastBackup;
import br.com.dmbackup.protocol.api.LastDrill;
import br.com.dmbackup.protocol.api.PlaceStatus;
import br.com.dmbackup.protocol.api.SlotStatus;
import br.com.dmbackup.protocol.api.Trouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * The agent's real local API over a desk that says what the test wants, for what a real agent shows only for a moment or
 * hardly ever. A store on 23 November 2026, 14:32 by its clock.
 */
final class ScriptedAgent implements AgentDesk, AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    static final Instant NOW = Instant.parse("2026-11-23T17:32:00Z");
    static final String BACKUP = "01a207da-740a-7e43-84ee-e8ec38e52b89";
    private static final Instant LAST = Instant.parse("2026-11-23T17:00:04Z");
    private static final long DUMP = 1_811_939_328L;
    private static final long ARCHIVE = 272_629_760L;

    final Path home;
    final Messages words;
    final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<JobReport> jobs = new ArrayList<>();
    private final LocalApi api;
    private AgentStatus status;
    private List<SlotStatus> slots = day();
    private BackupPicture picture = ScriptedArchives.day(LAST, ARCHIVE, BACKUP);
    private final FileSpool spool;

    ScriptedAgent(Path home, Language language) throws IOException {
        this.home = home;
        this.words = Messages.in(language);
        Home prepared = new Home(Files.createDirectories(home));
        prepared.prepare();
        spool = new FileSpool(home.resolve("state").resolve("spool"), Clock.fixed(NOW, ZONE));
        settings();
        status = well();
        HomeDoor door = new SessionDoor(session());
        api = LocalApi.open(this, door, () -> new MonotonicStamp("boot", System.nanoTime()));
    }

    private void settings() throws IOException {
        Path file = home.resolve("dmbackup.toml");
        Files.writeString(file, """
                language = "%s"
                [store]
                cnpj = "11222333000181"
                name = "Farmácia São José"
                time_zone = "America/Sao_Paulo"
                [database]
                engine = "sqlite"
                path = "/srv/dmaster/MCDados.db"
                [[destination]]
                name = "terminal"
                kind = "folder"
                path = "/mnt/terminal/MCBkp"
                marker = false
                """.formatted(words.language().tag()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private Session session() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        Surroundings surroundings = new Surroundings(
                new Surroundings.Screen(new ByteArrayInputStream(new byte[0]), nowhere, nowhere, false, 80), Map.of(),
                home, Clock.fixed(NOW, ZONE), () -> new MonotonicStamp("boot", 0), Checkpoint.NONE);
        return new Session(surroundings, home, new br.com.dmbackup.journeys.agent.SilentOutput(), words,
                Messages.in(words.language(), "br.com.dmbackup.cli.texts"));
    }

    /** All is well, and nothing is being done. */
    private AgentStatus well() {
        return new AgentStatus(AgentStatus.API_VERSION, 1, "9.9.9", LAST, words.language().tag(), ZONE.getId(),
                "Farmácia São José", AgentLight.OK, doing(StatusText.WAITING, 0, -1), List.of(),
                Optional.of(new LastBackup(BACKUP, "14h", LAST, 71, DUMP, ARCHIVE)),
                Optional.of(new LastDrill(Instant.parse("2026-11-23T06:12:00Z"), true, "DATABASE", 42, 1_152_911, "")),
                Optional.of(Instant.parse("2026-11-23T18:00:00Z")),
                List.of(new PlaceStatus("local", 24, 0, Optional.empty()),
                        new PlaceStatus("terminal", 24, 0, Optional.empty())),
                false, true, Optional.empty(), Optional.empty());
    }

    /** The slots of a day and a night. */
    private static List<SlotStatus> day() {
        return IntStream.range(0, 24).mapToObj(hour -> {
            Instant at = LAST.minusSeconds(3600L * Math.floorMod(14 - hour, 24));
            Optional<Instant> proven = hour == 3
                    ? Optional.of(Instant.parse("2026-11-23T06:12:00Z"))
                    : Optional.empty();
            return new SlotStatus("%02dh".formatted(hour),
                    Optional.of(hour == 14 ? BACKUP : BACKUP.replace("2b89", "0%03d".formatted(hour))),
                    Optional.of(at), ARCHIVE - hour * 99_000L, proven,
                    List.of(new SlotStatus.Place("local", "HELD", Optional.of(at.plusSeconds(64))),
                            new SlotStatus.Place("terminal", "HELD", Optional.of(at.plusSeconds(81)))));
        }).toList();
    }

    private Activity doing(StatusText text, long done, long total) {
        return new Activity(text, words.status(text), NOW, done, total);
    }

    /** Shows another light, another work, other troubles. */
    synchronized void shows(AgentLight light, StatusText text, long done, long total, Trouble... troubles) {
        AgentStatus was = status;
        status = new AgentStatus(was.apiVersion(), was.revision() + 1, was.programVersion(), was.startedAt(),
                was.language(), was.zone(), was.store(), light, doing(text, done, total), List.of(troubles),
                was.lastBackup(), was.lastDrill(), was.nextDue(), was.places(), was.localOnly(),
                was.integrated(), was.warning(), was.newerVersion());
        notifyAll();
    }

    /** Is a store with copies on one machine alone, and warns of it. */
    synchronized void localOnly(String warning) {
        AgentStatus was = status;
        status = new AgentStatus(was.apiVersion(), was.revision() + 1, was.programVersion(), was.startedAt(),
                was.language(), was.zone(), was.store(), was.light(), was.activity(), was.troubles(), was.lastBackup(),
                was.lastDrill(), was.nextDue(), was.places().subList(0, 1), true, was.integrated(),
                Optional.of(warning), was.newerVersion());
        notifyAll();
    }

    synchronized void slots(List<SlotStatus> shown) {
        slots = shown;
    }

    @Override
    public synchronized AgentStatus status() {
        return status;
    }

    @Override
    public synchronized AgentStatus statusAfter(long revision) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
        while (status.revision() == revision && System.nanoTime() < until) {
            wait(20);
        }
        return status;
    }

    @Override
    public synchronized List<SlotStatus> slots() {
        return slots;
    }

    @Override
    public synchronized BackupPicture picture() {
        return picture;
    }

    @Override
    public ArchiveContents contents(String archive) {
        return ScriptedArchives.contents(archive, LAST, DUMP, ARCHIVE);
    }

    @Override
    public FileSpool files() {
        return spool;
    }

    @Override
    public void settingsChanged() {
        asked.add("settings");
    }

    @Override
    public void tookCopy(String backup) {
        asked.add("took:" + backup);
    }

    /** Shows another picture, together with a trouble that makes the windows ask for it. */
    synchronized void pictures(BackupPicture shown, Trouble why) {
        picture = shown;
        shows(why.light(), StatusText.WAITING, 0, -1, why);
    }

    @Override
    public synchronized JobReport ask(JobRequest request) {
        JobKind kind = request.kind();
        asked.add(kind + request.archive().map(archive -> ":" + archive).orElse(""));
        JobReport job = new JobReport("job-" + asked.size(), kind, State.RUNNING, NOW, Optional.empty(), "", "",
                List.of(), Optional.empty());
        jobs.add(job);
        return job;
    }

    /** Ends all that was asked for. */
    synchronized void ended(String outcome, Trouble... faults) {
        jobs.replaceAll(
                job -> new JobReport(job.id(), job.kind(), State.ENDED, job.askedAt(), Optional.of(NOW), outcome,
                        "", List.of(faults), Optional.of(BACKUP)));
    }

    @Override
    public synchronized Optional<JobReport> job(String id) {
        return jobs.stream().filter(job -> job.id().equals(id)).findFirst();
    }

    @Override
    public ArchiveBytes archive(String archive) {
        throw BackupFault.of(FaultCode.SLOT_EMPTY, archive);
    }

    @Override
    public void goodbye() {
        asked.add("goodbye");
    }

    @Override
    public void stop() {
        asked.add("stop");
    }

    @Override
    public void close() {
        api.close();
    }
}
