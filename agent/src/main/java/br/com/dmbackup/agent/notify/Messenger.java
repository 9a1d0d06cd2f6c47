package br.com.dmbackup.agent.notify;

import br.com.dmbackup.agent.AgentFiles;
import br.com.dmbackup.agent.StatusWatcher;
import br.com.dmbackup.agent.notify.channel.Channel;
import br.com.dmbackup.agent.status.LiveStatus;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.Trouble;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people how the store stands. It has a clock and threads of its own: whoever works is never held up by it, and a
 * loop that hangs does not hold it up. Thread-safe.
 */
public final class Messenger implements StatusWatcher, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Messenger.class);
    private static final int LOOKS_A_MINUTE = 3;
    /** Less than whoever says goodbye may take. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(4);

    private final Vigil vigil;
    private final Duration step;
    private final Thread ticker;
    private final Object bell = new Object();
    private @Nullable Sound settings;
    private boolean rung;
    private boolean closed;

    /**
     * Begins at once, with nobody to tell before the first {@link #settings}.
     *
     * @param files where it keeps what it told; the state folder must be there
     * @param live the picture that it looks at and shows its own troubles in
     * @param minute how long a minute is; a minute, but for demonstrations
     */
    public Messenger(AgentFiles files, LiveStatus live, InstantSource clock, Duration minute) {
        this.vigil = new Vigil(new FileMemory(files), lights(live), clock, Setup.NOBODY,
                new Dispatch.Ways(Channel::of,
                        (name, work) -> Thread.ofPlatform().daemon().name("notify-" + name).start(work), this::ring));
        this.step = minute.dividedBy(LOOKS_A_MINUTE);
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

    /** The settings that hold. May be told each minute: the same ones again cost nothing. */
    public void settings(Sound now) {
        synchronized (bell) {
            if (now.equals(settings)) {
                return;
            }
            settings = now;
        }
        vigil.settings(Setup.of(now));
        ring();
    }

    @Override
    public void look(AgentStatus now) {
        ring();
    }

    @Override
    public void goodbye(AgentStatus last) {
        vigil.goodbye(last, LAST_WORDS);
    }

    private void ring() {
        synchronized (bell) {
            rung = true;
            bell.notifyAll();
        }
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

    /** A defect must not be the end of all messages. */
    private void lookOnce() {
        try {
            vigil.look();
        } catch (RuntimeException defect) {
            LOG.error("the messenger's look failed", defect);
        }
    }

    /** Until the next look is due or somebody rings; false when there is to be none. */
    private boolean pause() throws InterruptedException {
        synchronized (bell) {
            if (!rung && !closed) {
                bell.wait(step.toMillis());
            }
            rung = false;
            return !closed;
        }
    }

    /** Keeps what is not sent yet. Says no goodbye. */
    @Override
    public void close() {
        synchronized (bell) {
            closed = true;
            bell.notifyAll();
        }
        try {
            ticker.join(LAST_WORDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        vigil.close();
    }
}
