package br.com.dmbackup.desktop.assistant;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.desktop.session.AskedJob;
import br.com.dmbackup.desktop.work.Background;
import br.com.dmbackup.protocol.api.JobReport;
import br.com.dmbackup.protocol.api.JobReport.JobKind;
import br.com.dmbackup.protocol.api.JobRequest;
import br.com.dmbackup.protocol.api.PairingAsked;
import br.com.dmbackup.protocol.api.PairingReport;
import br.com.dmbackup.protocol.api.SettingsChanges;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is done at the end: the settings are kept, the terminal is paired, the first backup is made. What was done already
 * is not done again when a person tries once more.
 */
final class Conclusion {
    /** A stage, in their order. */
    enum Stage {
        SETTINGS, PAIRING, BACKUP
    }

    /** How it ended. */
    record Result(Optional<PairingReport> pairing, JobReport backup) {}

    private boolean kept;
    private Optional<PairingReport> paired = Optional.empty();

    /**
     * In the background.
     *
     * @param changes of all pages
     * @param begun told of each stage on the thread that draws
     * @throws AgentFault what went wrong, the backup's own fault too
     */
    Result reach(LocalAgent agent, SettingsChanges changes, Optional<PairingAsked> pairing, Consumer<Stage> begun)
            throws InterruptedException {
        if (!kept) {
            Background.onScreen(() -> begun.accept(Stage.SETTINGS));
            agent.change(agent.form().version(), changes);
            kept = true;
        }
        if (pairing.isPresent() && paired.isEmpty()) {
            Background.onScreen(() -> begun.accept(Stage.PAIRING));
            paired = Optional.of(agent.pair(pairing.get()));
        }
        Background.onScreen(() -> begun.accept(Stage.BACKUP));
        JobReport report = AskedJob.ended(agent, new JobRequest(JobKind.BACKUP, Optional.empty(), Optional.empty()));
        if (report.outcome().equals("FAILED")) {
            throw AgentFault.of(report.faults().getFirst());
        }
        return new Result(paired, report);
    }

    /** A page was changed: it counts anew. */
    void again() {
        kept = false;
    }
}
