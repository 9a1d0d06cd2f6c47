package br.com.dmbackup.agent.loop;

import br.com.dmbackup.agent.status.LiveStatus;
import br.com.dmbackup.agent.status.Troubles;
import br.com.dmbackup.agent.work.JobEnd;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.catalog.RunRecord;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.protocol.AgentTopic;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.AgentLight;
import br.com.dmbackup.protocol.api.Trouble;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the automatic backups go, as troubles: told by each that ends, and after a start by the catalog. Thread-safe. */
final class BackupTroubles {
    private static final int RUNS_LOOKED_AT = 20;

    private final LiveStatus status;
    private Optional<BackupId> goodBefore = Optional.empty();
    private boolean failing;

    BackupTroubles(LiveStatus status) {
        this.status = status;
    }

    /** A run has ended. */
    synchronized void ended(JobEnd end, Troubles troubles) {
        switch (end.how()) {
            case SKIPPED -> {
            }
            case FAILED -> failed(end.faults().getFirst(), troubles);
            case SUCCEEDED, PARTIAL -> {
                failing = false;
                troubles.mended(AgentTopic.BACKUP);
                end.faults().stream().filter(fault -> !aboutDelivery(fault)).findFirst().ifPresentOrElse(
                        fault -> troubles.attention(AgentTopic.AFTERWARDS, fault),
                        () -> troubles.mended(AgentTopic.AFTERWARDS));
            }
        }
    }

    private void failed(BackupFault fault, Troubles troubles) {
        if (fault.code() != FaultCode.CANCELLED) {
            failing = true;
            troubles.failure(AgentTopic.BACKUP, fault);
        }
    }

    /** Those of destinations are told by what they are owed. */
    private static boolean aboutDelivery(BackupFault fault) {
        return fault.code() == FaultCode.DELIVERY_OWED || fault.code().name().startsWith("DESTINATION_")
                || fault.code() == FaultCode.ALREADY_RUNNING;
    }

    /** What the catalog says: runs of an earlier life, and of other processes. */
    synchronized void look(Installation here) {
        List<RunRecord> runs = here.catalog().runs(RUNS_LOOKED_AT);
        Optional<BackupId> good = runs.stream().filter(RunRecord::placed).findFirst().flatMap(RunRecord::backup);
        Optional<RunRecord> last = runs.stream()
                .filter(run -> !run.fault().equals(Optional.of(FaultCode.CANCELLED.name()))).findFirst();
        if (failing && !good.equals(goodBefore)) {
            failing = false;
            status.mended(AgentTopic.BACKUP);
        }
        if (!failing && last.isPresent() && !last.get().placed()) {
            status.trouble(remembered(last.get(), Messages.in(here.settings().language())));
            failing = true;
        }
        goodBefore = good;
    }

    /** What to do about a suspicious backup needs no figures, and must not be lost with the agent's life. */
    private static String hint(String name, Messages words) {
        return name.equals(FaultCode.BACKUP_SUSPICIOUS.name()) ? words.faultHint(FaultCode.BACKUP_SUSPICIOUS) : "";
    }

    private static Trouble remembered(RunRecord run, Messages words) {
        String name = run.fault().orElse(FaultCode.INTERNAL.name());
        // A newer version may have known other faults.
        String number = Stream.of(FaultCode.values()).filter(code -> code.name().equals(name)).findFirst()
                .map(code -> "DM-" + code.number()).orElse("");
        return new Trouble(AgentTopic.BACKUP, AgentLight.FAILURE, name, number,
                run.faultWords().orElse(""), hint(name, words), List.of(), run.startedAt());
    }
}
