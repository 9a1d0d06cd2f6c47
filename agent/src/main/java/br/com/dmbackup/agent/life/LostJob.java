package br.com.dmbackup.agent.life;

import br.com.dmbackup.agent.work.Job;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.catalog.DrillRecord;
import br.com.dmbackup.core.catalog.RunRecord;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** Notes a job with which the process itself must end, so that its next life knows of it and does not do the same again at once. */
final class LostJob {
    private LostJob() {}

    static void note(Installation here, Job job, Duration age, Messages words) {
        Instant begun = here.now().minus(age);
        BackupFault fault = BackupFault.of(FaultCode.RUN_HANGS, age.toMinutes());
        MonotonicStamp now = here.machine().monotonic().now();
        try {
            if (job.verb().equals("drill")) {
                here.catalog().note(new DrillRecord(Optional.empty(), begun, false, Optional.of(fault.code().name()), 0,
                        0, age, here.engine().proof()));
            } else {
                here.catalog().note(new RunRecord(begun, here.now(), RunRecord.Outcome.FAILED,
                        Optional.of(fault.code().name()), Optional.of(fault.text(words)), Optional.empty(), 0, 0,
                        now.bootId(), now.nanos() - age.toNanos()));
            }
        } catch (BackupFault unusable) {
            LoggerFactory.getLogger(LostJob.class).error("the last job could not be noted", unusable);
        }
    }
}
