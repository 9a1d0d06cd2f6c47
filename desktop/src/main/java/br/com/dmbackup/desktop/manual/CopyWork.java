package br.com.dmbackup.desktop.manual;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.ArchiveStream;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.desktop.drive.FolderFacts;
import br.com.dmbackup.desktop.drive.SteppedProgress;
import br.com.dmbackup.desktop.drive.TakenCopy;
import br.com.dmbackup.desktop.session.AskedJob;
import br.com.dmbackup.desktop.work.Background;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import br.com.dmbackup.protocol.api.JobReport;
import br.com.dmbackup.protocol.api.JobReport.JobKind;
import br.com.dmbackup.protocol.api.JobRequest;
import br.com.dmbackup.protocol.api.LastBackup;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * A fresh backup, unless the person wants the newest that there is; its archive into the folder; and the agent is told that
 * a copy was taken, where the folder is on another disk than the database. In the background.
 */
record CopyWork(LocalAgent agent, FolderFacts to, boolean fresh, Screen screen) implements Callable<Path> {

    /** Told on the thread that draws. */
    interface Screen {
        /** The backup is made; the agent's own status line says how far it is. */
        void backingUp();

        /** So much of the archive is written, and so much of that read back. */
        void copying(long written, long readBack, long of);
    }

    @Override
    public Path call() throws InterruptedException {
        String backup = fresh ? made() : newest();
        try (ArchiveStream archive = agent.archive(backup)) {
            Path file = new TakenCopy(to.folder(), to.drive()).write(archive,
                    new SteppedProgress(archive.sizeBytes(), screen::copying));
            tellAgent(backup);
            return file;
        }
    }

    private String made() throws InterruptedException {
        Background.onScreen(screen::backingUp);
        JobReport report = AskedJob.ended(agent, JobRequest.of(JobKind.BACKUP));
        // Where copies are owed to a destination, the backup itself was made.
        return report.backup().orElseThrow(() -> report.faults().stream().findFirst().map(AgentFault::of)
                .orElseGet(() -> AgentFault.of(FaultCode.AGENT_UNREACHABLE, "", Phrase.of("why.agent_odd"))));
    }

    private String newest() {
        return agent.status().lastBackup().map(LastBackup::backup)
                .orElseThrow(() -> AgentFault.of(FaultCode.SLOT_EMPTY, "00h–23h"));
    }

    private void tellAgent(String backup) {
        if (to.databaseDisk()) {
            return;
        }
        try {
            agent.tookCopy(backup);
        } catch (AgentFault notTold) {
            // The copy is made and whole; that the alert counts on is no reason to call it a failure.
            return;
        }
    }
}
