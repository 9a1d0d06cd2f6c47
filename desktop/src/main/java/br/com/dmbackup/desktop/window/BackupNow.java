package br.com.dmbackup.desktop.window;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.desktop.session.AskedJob;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.protocol.api.JobReport;
import br.com.dmbackup.protocol.api.JobReport.JobKind;
import br.com.dmbackup.protocol.api.JobRequest;
import java.util.Optional;
import java.util.function.BiConsumer;

/** "Realizar Backup": asks for a backup now, from the button or the tray. One at a time. */
public final class BackupNow {
    private final DesktopContext context;
    private boolean underWay;

    public BackupNow(DesktopContext context) {
        this.context = context;
    }

    /** Whether one that was asked for here is under way. */
    public boolean underWay() {
        return underWay;
    }

    /**
     * On the thread that draws.
     *
     * @param ended told there: what came of it, or why nothing did
     */
    public void ask(BiConsumer<Optional<JobReport>, Optional<Throwable>> ended) {
        if (underWay) {
            return;
        }
        underWay = true;
        JobRequest backup = new JobRequest(JobKind.BACKUP, Optional.empty(), Optional.empty());
        context.work().run(() -> AskedJob.ended(context.agent().require(), backup), report -> {
            underWay = false;
            ended.accept(Optional.of(report), report.outcome().equals("FAILED") && !report.faults().isEmpty()
                    ? Optional.of(AgentFault.of(report.faults().getFirst()))
                    : Optional.empty());
        }, thrown -> {
            underWay = false;
            ended.accept(Optional.empty(), Optional.of(thrown));
        });
    }
}
