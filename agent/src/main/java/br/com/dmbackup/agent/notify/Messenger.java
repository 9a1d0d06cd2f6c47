package br.com.dmbackup.agent.notify;

import br.com.dmbackup.agent.AgentFiles;
import br.com.dmbackup.agent.StatusWatcher;
import br.com.dmbackup.agent.notify.channel.Channel;
import br.com.dmbackup.agent.status.LiveStatus;
import br.com.dmbackup.core.installation.SystemMonotonicSource;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.Trouble;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people how the store stands. It has a clock and threads of its own: whoever works is never held up by it, and a
 * loop that hangs does not hold it up. Thread-safe.
 */
public final class Messenger implements StatusWatcher, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Messenger.class);
    private static final Duration STEP = Duration.ofSeconds(20);
    /** Less than whoever says goodbye may take. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(4);

    private final Vigil vigil;
    private final Duration step;
    private final Thread ticker;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean closed;

    /**
     * Begins at once.
     *
     * @param files where it keeps what it told; the state folder must be there
     * @param live the picture that it looks at and shows its own troubles in
     */
    public Messenger(AgentFiles files, LiveStatus live, InstantSource clock, Setup setup) {
        this(files, live, clock, setup, STEP);
    }

    /** @param step from one look to the next, where nobody rings */
    Messenger(AgentFiles files, LiveStatus live, InstantSource clock, Setup setup, Duration step) {
        this.vigil = new Vigil(new FileMemory(files, new SystemMonotonicSource()), lights(live), clock, setup,
                new Dispatch.Ways(Channel::of,
                        (name, work) -> Thread.ofPlatform().daemon().name("notify-" + name).start(work), this::ring));
        this.step = step;
        this.ticker = Thread.ofPlatform().daemon().name("notify").start(this::run);
    }

    private static Lights lights(LiveStatus live) {
        return new Lights() {
            @Override
            public AgentStatus now() {
                return live.now();
            }

            @Override
            public void trouble(Trouble trouble) {
                live.trouble(trouble);
            }

            @Override
            public void mended(String topic) {
                live.mended(topic);
            }
        };
    }

    /** The settings are these now; only called when they have changed. */
    public void settings(Setup now) {
        vigil.settings(now);
        ring();
    }

    @Override
    public void look(AgentStatus now) {
        ring();
    }

    @Override
    public void goodbye(AgentStatus last, boolean ends) {
        vigil.goodbye(last, ends, LAST_WORDS);
    }

    private void ring() {
        bell.release();
    }

    private void run() {
        try {
            while (pause()) {
                lookOnce();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Neither a defect nor a moment without memory must be the end of all messages. */
    private void lookOnce() {
        try {
            vigil.look();
        } catch (RuntimeException | Error defect) {
            LOG.error("the messenger's look failed", defect);
        }
    }

    /** Until the next look is due or somebody rings; false when there is to be none. */
    private boolean pause() throws InterruptedException {
        if (bell.tryAcquire(step.toMillis(), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
        return !closed;
    }

    /** Keeps what is not sent yet. Says no goodbye. */
    @Override
    public void close() {
        closed = true;
        ring();
        try {
            ticker.join(LAST_WORDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        vigil.close();
    }
}
