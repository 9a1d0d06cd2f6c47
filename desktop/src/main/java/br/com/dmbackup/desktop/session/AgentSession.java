package br.com.dmbackup.desktop.session;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.EventStream;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Phrase;
import br.com.dmbackup.protocol.api.AgentStatus;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The agent of one home, followed as long as the windows live. When it goes, it is looked for once a second until it is
 * back, as another process on another port. Listeners are told every picture, in order, on the thread that draws.
 */
public final class AgentSession implements AutoCloseable {
    private static final Duration RETRY = Duration.ofSeconds(1);
    /** A terminal reads its folder to tell how it stands. */
    private static final Duration TERMINAL = Duration.ofSeconds(15);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Path home;
    private final Language language;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Consumer<AgentPicture>> listeners = new CopyOnWriteArrayList<>();
    private volatile Optional<LocalAgent> agent = Optional.empty();
    private volatile Optional<EventStream> following = Optional.empty();
    /** What the listeners were told last; of the thread that draws. */
    private AgentPicture picture = AgentPicture.UNKNOWN;

    /** @param language in which the agent is to say its faults */
    public AgentSession(Path home, Language language) {
        this.home = home;
        this.language = language;
    }

    /** Begins to look. */
    public void start() {
        Thread.ofPlatform().daemon().name("agent-session").start(this::follow);
    }

    public Path home() {
        return home;
    }

    /** The agent, if it answers; in the highest role that this account has without a password. From any thread. */
    public Optional<LocalAgent> current() {
        return agent;
    }

    /**
     * The agent, for work in the background.
     *
     * @throws AgentFault {@code AGENT_UNREACHABLE}
     */
    public LocalAgent require() {
        return agent.orElseThrow(this::absent);
    }

    private AgentFault absent() {
        return AgentFault.of(FaultCode.AGENT_UNREACHABLE, home, Phrase.of("why.no_agent"));
    }

    /** What was told last. On the thread that draws. */
    public AgentPicture picture() {
        return picture;
    }

    /**
     * Tells every picture from now on, the present one at once. On the thread that draws.
     *
     * @return ends it
     */
    public Runnable listen(Consumer<AgentPicture> listener) {
        listeners.add(listener);
        listener.accept(picture);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        closed.countDown();
        following.ifPresent(EventStream::close);
    }

    private void follow() {
        Duration pause;
        try {
            do {
                AgentFault why = followOne();
                agent = Optional.empty();
                Optional<AgentStatus> terminal = TerminalSight.only(home)
                        ? new TerminalSight(home, language).look()
                        : Optional.empty();
                EventQueue.invokeLater(
                        () -> tell(terminal.map(AgentPicture::of).orElseGet(() -> picture.gone(why))));
                pause = terminal.isPresent() ? TERMINAL : RETRY;
            } while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until it goes. */
    private AgentFault followOne() {
        try {
            Optional<LocalAgent> found = LocalAgent.find(home).map(one -> one.speaking(language));
            if (found.isPresent()) {
                follow(found.get());
            }
            return absent();
        } catch (AgentFault gone) {
            return gone;
        }
    }

    private void follow(LocalAgent one) {
        agent = Optional.of(one);
        try (EventStream events = one.events()) {
            following = Optional.of(events);
            while (closed.getCount() > 0) {
                events.next(SILENCE).ifPresentOrElse(
                        status -> EventQueue.invokeLater(() -> tell(AgentPicture.of(status))),
                        // Nothing new, or an agent that has frozen: that one does not answer.
                        one::status);
            }
        } finally {
            following = Optional.empty();
        }
    }

    private void tell(AgentPicture seen) {
        if (!seen.equals(picture)) {
            picture = seen;
            listeners.forEach(listener -> listener.accept(seen));
        }
    }
}
