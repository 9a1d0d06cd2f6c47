package br.com.dmbackup.desktop.session;

import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.protocol.api.JobReport;
import br.com.dmbackup.protocol.api.JobReport.State;
import br.com.dmbackup.protocol.api.JobRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks the agent for work and waits for its end; used in the background alone. How far it is shows in the pictures. */
public final class AskedJob {
    private static final Duration LOOK = Duration.ofMillis(300);

    private AskedJob() {}

    /**
     * @throws br.com.dmbackup.client.AgentFault when the agent says no, or goes away meanwhile
     * @throws InterruptedException when nobody wants to know any more; the work goes on
     */
    public static JobReport ended(LocalAgent agent, JobRequest request) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        JobReport report = agent.ask(request);
        while (report.state() != State.ENDED) {
            boolean over = never.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            assert !over;
            report = agent.job(report.id());
        }
        return report;
    }
}
