package br.com.dmbackup.agent.notify;

import br.com.dmbackup.agent.notify.channel.Channel;
import br.com.dmbackup.agent.notify.channel.ChannelSettings;
import br.com.dmbackup.agent.notify.message.Letter;
import br.com.dmbackup.agent.notify.message.Message;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.AgentTopic;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.FaultKind;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.AgentLight;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets messages out of the store: one sending per channel at a time, each in a thread of its own, so that one that is
 * stuck holds up nobody else. Thread-safe.
 */
final class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final Outbox outbox;
    private final OwnTroubles own;
    private final InstantSource clock;
    private final Ways ways;
    private Setup setup;
    private Messages words;
    private Messages texts;
    private boolean changed;

    /**
     * What it works with.
     *
     * @param channels opens a channel
     * @param sender does a sending elsewhere, so that nobody waits for it
     * @param afterwards called when one has ended
     */
    record Ways(Function<ChannelSettings, Channel> channels, Sender sender, Runnable afterwards) {}

    /** Starts work in another thread. */
    @FunctionalInterface
    interface Sender {
        void start(String channel, Runnable sending);
    }

    Dispatch(Map<String, List<Message>> before, OwnTroubles own, InstantSource clock, Ways ways, Setup setup) {
        this.outbox = new Outbox(before);
        this.own = own;
        this.clock = clock;
        this.ways = ways;
        this.setup = setup;
        this.words = Messages.in(setup.language());
        this.texts = Letter.texts(setup.language());
    }

    synchronized void settings(Setup now) {
        setup = now;
        words = Messages.in(now.language());
        texts = Letter.texts(now.language());
        outbox.channels(now.channels());
        own.keepChannels(now.channels().stream().map(channel -> AgentTopic.channel(channel.name())).toList());
    }

    synchronized void put(Message message) {
        changed |= outbox.put(message, setup.channels());
    }

    synchronized Map<String, List<Message>> state() {
        return outbox.state();
    }

    /** Whether {@link #state} is another one than when this was last asked. */
    synchronized boolean changed() {
        boolean was = changed;
        changed = false;
        return was;
    }

    /** Starts all sendings that can be started. */
    synchronized void send(Instant now) {
        for (ChannelSettings channel : setup.channels()) {
            outbox.next(channel, now).ifPresent(message -> {
                Letter letter = Letter.of(message, texts, setup.zone());
                start(channel, () -> send(channel, letter));
            });
        }
    }

    /** A thread that does not start, as where memory is short, is a sending that failed. */
    private void start(ChannelSettings channel, Runnable sending) {
        try {
            ways.sender().start(channel.name(), sending);
        } catch (RuntimeException | Error unable) {
            failed(channel, defect(channel, unable));
        }
    }

    /** Its own words may hold an address or a token. */
    private static BackupFault defect(ChannelSettings channel, Throwable thrown) {
        LOG.error("sending by {} failed: {}", channel.name(), thrown.getClass().getName());
        return BackupFault.of(FaultCode.NOTIFY_REFUSED, channel.name(), channel.host(),
                thrown.getClass().getSimpleName());
    }

    private void send(ChannelSettings channel, Letter letter) {
        try {
            sent(channel, letter.message(), ways.channels().apply(channel).send(letter));
        } catch (BackupFault fault) {
            failed(channel, fault);
        } catch (InterruptedException givenUp) {
            failed(channel, defect(channel, givenUp));
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error defect) {
            failed(channel, defect(channel, defect));
        }
        ways.afterwards().run();
    }

    private synchronized void sent(ChannelSettings channel, Message message, Optional<BackupFault> partly) {
        outbox.sent(channel.name(), message);
        changed = true;
        String topic = AgentTopic.channel(channel.name());
        partly.ifPresentOrElse(fault -> own.add(topic, AgentLight.ATTENTION, fault, words, clock.instant()),
                () -> own.mended(topic));
    }

    private synchronized void failed(ChannelSettings channel, BackupFault fault) {
        Instant now = clock.instant();
        int failures = outbox.failed(channel.name(), now);
        LOG.warn("DM-{} {} ({})", fault.code().number(), channel.name(), failures);
        if (failures > 1 || fault.code().kind() == FaultKind.USER) {
            own.add(AgentTopic.channel(channel.name()), AgentLight.ATTENTION, fault, words, now);
        }
    }

    /** Tells those that watch, past the outbox, and waits for it so long at most. */
    void lastWords(Message message, Duration patience) {
        List<ChannelSettings> watchers;
        Letter letter;
        synchronized (this) {
            watchers = setup.channels().stream().filter(channel -> channel.wants(message)).toList();
            letter = Letter.of(message, texts, setup.zone());
        }
        CountDownLatch said = new CountDownLatch(watchers.size());
        watchers.forEach(channel -> {
            try {
                ways.sender().start(channel.name(), () -> say(channel, letter, said));
            } catch (RuntimeException | Error unable) {
                LOG.warn("goodbye cannot be said by {}: {}", channel.name(), unable.getClass().getName());
                said.countDown();
            }
        });
        try {
            if (!said.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("goodbye was not heard by {} in time", said.getCount());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(ChannelSettings channel, Letter letter, CountDownLatch said) {
        try {
            ways.channels().apply(channel).send(letter);
        } catch (BackupFault unheard) {
            LOG.warn("DM-{}: goodbye was not heard by {}", unheard.code().number(), channel.name());
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        } finally {
            said.countDown();
        }
    }
}
