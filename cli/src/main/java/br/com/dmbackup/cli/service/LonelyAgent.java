package br.com.dmbackup.cli.service;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.launcher.OnlyLauncher;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * An agent that a person or the ERP started before there was a service, with its launcher. It has to end before the
 * service's account gets the home: beside it the service's own could not start.
 */
public final class LonelyAgent {
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Home home;
    private final Duration atMost;

    public LonelyAgent(Home home) {
        this(home, Duration.ofSeconds(60));
    }

    /** @param atMost how long it is waited for */
    public LonelyAgent(Home home, Duration atMost) {
        this.home = home;
        this.atMost = atMost;
    }

    /**
     * Ends it in good order, where there is one, and returns when its launcher is gone.
     *
     * @throws BackupFault {@code AGENT_NOT_ENDED}
     */
    public void end() {
        try {
            for (long look = atMost.dividedBy(LOOK); lives(); look--) {
                if (look <= 0) {
                    throw BackupFault.of(FaultCode.AGENT_NOT_ENDED, home.root(), atMost.toSeconds());
                }
                rest();
            }
        } catch (IOException hidden) {
            throw BackupFault.of(FaultCode.HOME_NOT_WRITABLE, home.stateFolder(), FileWords.of(hidden))
                    .causedBy(hidden);
        }
    }

    /** Asked again at each look: one that had just died is back in the meantime. */
    private boolean lives() throws IOException {
        boolean answers = false;
        try {
            answers = LocalAgent.find(home.root()).map(agent -> {
                agent.stop();
                return true;
            }).orElse(false);
        } catch (AgentFault ending) {
            answers = ending.code() == FaultCode.AGENT_STOPPING;
        }
        return OnlyLauncher.lives(home.root()) || answers;
    }

    private static void rest() {
        try {
            boolean never = new CountDownLatch(1).await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            assert !never;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw BackupFault.of(FaultCode.CANCELLED, "service install").causedBy(interrupted);
        }
    }
}
