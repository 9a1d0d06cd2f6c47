package br.com.dmbackup.cli.backup;

import br.com.dmbackup.cli.Composition;
import br.com.dmbackup.cli.Failure;
import br.com.dmbackup.cli.OpenHome;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.agent.FollowedJob;
import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.catalog.CatalogedBackup;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.run.ManualBackup;
import br.com.dmbackup.core.run.ManualBackup.Copy;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.api.JobReport;
import br.com.dmbackup.protocol.api.JobReport.JobKind;
import br.com.dmbackup.protocol.api.JobRequest;
import br.com.dmbackup.protocol.api.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A backup that the living agent makes for a person, told in the words in which the command tells of its own. The copy to
 * take along is fetched from the agent and written by this process: the folder is the person's, and so are the rights.
 */
final class AskedBackup {
    private final Session session;
    private final LocalAgent agent;

    AskedBackup(Session session, LocalAgent agent) {
        this.session = session;
        this.agent = agent;
    }

    ExitCode make(Optional<Path> folder) {
        JobReport job = new FollowedJob(session, agent)
                .toEnd(agent.ask(new JobRequest(JobKind.BACKUP, Optional.empty(), Optional.empty())));
        if (job.backup().isEmpty()) {
            throw job.faults().stream().findFirst().map(AgentFault::of)
                    .orElseThrow(() -> new IllegalStateException(job.outcome()));
        }
        String backup = job.backup().get();
        Optional<Copy> copy = folder.map(chosen -> copy(backup, chosen));
        copy.ifPresent(made -> remember(made, backup));
        tell(job, backup);
        job.faults().forEach(this::tell);
        job.faults().stream().findFirst()
                .ifPresent(first -> session.output().shortfall(Failure.of(AgentFault.of(first), session.words())));
        copy.ifPresent(made -> RunReport.tell(session, made, ZoneId.systemDefault()));
        return job.faults().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
    }

    private Copy copy(String backup, Path folder) {
        try (Destination destination = new Composition(session).folder(folder);
                FetchedArchive archive = new FetchedArchive(agent, backup)) {
            return ManualBackup.copy(archive, BackupId.parse(backup), new ArchiveName(archive.name()), destination,
                    session.output());
        }
    }

    /** A copy on another disk counts for the alert of stores with one machine. */
    private void remember(Copy made, String backup) {
        try {
            if (!Files.getFileStore(made.file()).equals(Files.getFileStore(session.home()))) {
                agent.tookCopy(backup);
            }
        } catch (IOException | AgentFault notTold) {
            // The copy is made; that the alert counts on is no reason to call it a failure.
            return;
        }
    }

    private void tell(Trouble fault) {
        session.output().line(session.texts().text("output.notice", fault.message()));
        session.output().line(session.texts().text("output.hint", fault.hint()));
    }

    /** Where it stands is known to whoever may look into the home; others get the agent's own line. */
    private void tell(JobReport job, String backup) {
        try (OpenHome home = OpenHome.toLook(session)) {
            Installation here = home.here();
            BackupId id = BackupId.parse(backup);
            Optional<CatalogedBackup> made = here.catalog().backup(id);
            List<Placement> slots = here.catalog().placementsOf(id).stream().filter(Placement::held)
                    .filter(placement -> placement.kind() == Placement.Kind.SLOT).toList();
            if (made.isPresent() && !slots.isEmpty()) {
                Placement first = slots.stream().filter(placement -> placement.place().equals(Placement.LOCAL))
                        .findFirst().orElse(slots.getFirst());
                new RunReport(session, here).made(job.outcome(), made.get(), first,
                        slots.stream().filter(placement -> !placement.equals(first)).map(Placement::place).toList());
                return;
            }
        } catch (BackupFault closed) {
            // Said below in fewer words.
        }
        session.output().line(job.summary());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("outcome", job.outcome());
        result.put("backup", backup);
        session.output().result(result);
    }
}
