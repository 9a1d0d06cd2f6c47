package br.com.dmbackup.agent.notify;

import br.com.dmbackup.agent.notify.Memory.LastSign;
import br.com.dmbackup.agent.notify.channel.Channel;
import br.com.dmbackup.agent.notify.channel.ChannelSettings;
import br.com.dmbackup.agent.notify.message.Event;
import br.com.dmbackup.agent.notify.message.Item;
import br.com.dmbackup.agent.notify.message.Letter;
import br.com.dmbackup.agent.notify.message.Message;
import br.com.dmbackup.agent.notify.opening.BackupSilence;
import br.com.dmbackup.agent.notify.opening.Opening;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.FaultKind;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.AgentLight;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.LastBackup;
import br.com.dmbackup.silence.SilenceWatch;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The messenger without its clock: one look at a time, one sending per channel at a time. Thread-safe. */
final class Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SAVE_SILENCE = Duration.ofMinutes(15);
    /** A machine that is still there so long after its goodbye has not gone. */
    private static final Duration GONE = Duration.ofMinutes(2);
    private static final String TOLD = "told";
    private static final String NOTIFY_TOPIC = Messenger.NOTIFY;

    private final Memory memory;
    private final Lights lights;
    private final InstantSource clock;
    private final Function<ChannelSettings, Channel> channels;
    private final Sender sender;
    private final Runnable afterwards;
    private final Watchman watchman;
    private final BackupSilence silence;
    private final Tally tally;
    private final Outbox outbox;
    private final OwnTroubles own;
    private Setup setup;
    private Opening opening;
    private Messages words;
    private Messages texts;
    private Optional<LastSign> before;
    private Instant lastLook;
    private Instant lastAlive = Instant.MIN;
    private Instant lastGoodbye = Instant.MIN;
    private long savedSilence;
    private boolean running;
    private boolean unsaved;

    /** Does a sending elsewhere, so that nobody waits for it. */
    @FunctionalInterface
    interface Sender {
        void start(String channel, Runnable sending);
    }

    /** @param afterwards called when a sending has ended, so that the next look comes soon */
    Desk(Memory memory, Lights lights, InstantSource clock, Setup setup, Function<ChannelSettings, Channel> channels,
            Sender sender, Runnable afterwards) {
        this.memory = memory;
        this.lights = lights;
        this.clock = clock;
        this.channels = channels;
        this.sender = sender;
        this.afterwards = afterwards;
        Remembered known = memory.told().map(Remembered::read).orElse(Remembered.NOTHING);
        this.watchman = new Watchman(known.watchman());
        this.silence = new BackupSilence(known.silence());
        this.tally = new Tally(known.tally(), clock.instant());
        this.outbox = new Outbox(known.outbox());
        this.own = new OwnTroubles(lights);
        this.before = memory.lastSign();
        this.lastLook = clock.instant();
        this.setup = setup;
        this.opening = new Opening(setup.opening(), setup.zone(), habit());
        this.words = Messages.in(setup.language());
        this.texts = Letter.texts(setup.language());
        outbox.channels(setup.channels());
    }

    private List<String> habit() {
        List<String> lines = memory.habit();
        try {
            new Opening(setup.opening(), setup.zone(), lines);
            return lines;
        } catch (IllegalArgumentException damaged) {
            LOG.warn("the habit is not understood, and is learned anew", damaged);
            return List.of();
        }
    }

    synchronized void settings(Setup now) {
        if (now.equals(setup)) {
            return;
        }
        List<String> learned = opening.memory();
        setup = now;
        opening = new Opening(now.opening(), now.zone(), learned);
        words = Messages.in(now.language());
        texts = Letter.texts(now.language());
        outbox.channels(now.channels());
        own.keepOnly(now.channels().stream().map(channel -> NOTIFY_TOPIC + channel.name()).toList(), NOTIFY_TOPIC);
    }

    /** Looks at the picture, decides, sends. */
    synchronized void tick() {
        Instant now = clock.instant();
        AgentStatus status = lights.now();
        Duration open = openSinceLastLook(now);
        absence(status, now);
        alive(now);
        backups(status, now, open);
        List<Message> told = watchman.look(status, own.besides(status), now, opening);
        told.forEach(this::post);
        unsaved |= !told.isEmpty();
        summary(status, now);
        save(now);
        send(now);
    }

    private Duration openSinceLastLook(Instant now) {
        Duration step = Duration.between(lastLook, now);
        Duration open = step.isPositive() && step.compareTo(BackupSilence.LONGEST_STEP) <= 0
                ? opening.likely(lastLook, now)
                : Duration.ZERO;
        lastLook = now;
        return open;
    }

    /** The agent was dead: told once, as soon as the clock is right. */
    private void absence(AgentStatus status, Instant now) {
        if (before.isEmpty() || now.isBefore(before.get().at())) {
            return;
        }
        LastSign last = before.get();
        before = Optional.empty();
        if (!last.goodbye() && opening.expected(last.at(), now).compareTo(SilenceWatch.PATIENCE) >= 0) {
            BackupFault fault = BackupFault.of(FaultCode.AGENT_WAS_AWAY, last.at().atZone(setup.zone()),
                    now.atZone(setup.zone()));
            Item item = new Item("away", fault.code().name(), "DM-" + fault.code().number(), fault.text(words),
                    fault.hint(words), List.of(fault.hint(words)), last.at());
            post(new Message(Watchman.id(), Event.AWAY, Event.SILENCE, now, setup.store(), List.of(item),
                    Optional.of(last.at()), Optional.of(now), Watchman.lastBackup(status), List.of()));
            unsaved = true;
        }
    }

    private void alive(Instant now) {
        if (Duration.between(lastGoodbye, now).abs().compareTo(GONE) < 0) {
            return;
        }
        try {
            if (Duration.between(lastAlive, now).abs().compareTo(MINUTE) >= 0) {
                lastAlive = now;
                memory.alive(now);
            }
            if (opening.on(now)) {
                memory.habit(opening.memory());
            }
        } catch (IOException unwritable) {
            forgets(unwritable, now);
        }
    }

    private void backups(AgentStatus status, Instant now, Duration open) {
        tally.open(open, now, setup.zone());
        if (silence.look(status, now, open)) {
            tally.backup(status, setup.zone());
            own.mended(Watchman.SILENCE);
            watcher(Event.BACKUP, status, now);
            unsaved = true;
        }
        boolean runs = BackupSilence.runs(status);
        if (runs && !running) {
            watcher(Event.BEGAN, status, now);
        }
        running = runs;
        if (silence.tooLong(now)) {
            own.add(Watchman.SILENCE, AgentLight.FAILURE, silenceFault(status), words, now);
        } else if (silence.state().without().isZero()) {
            own.mended(Watchman.SILENCE);
        }
        long quarters = silence.state().without().dividedBy(SAVE_SILENCE);
        unsaved |= quarters != savedSilence;
        savedSilence = quarters;
    }

    /** The minutes of the rule and not those of this look, so that the trouble does not change each minute. */
    private BackupFault silenceFault(AgentStatus status) {
        long minutes = SilenceWatch.PATIENCE.toMinutes();
        return status.lastBackup().map(LastBackup::startedAt)
                .map(last -> BackupFault.of(FaultCode.BACKUPS_SILENT, last.atZone(setup.zone()), minutes))
                .orElse(BackupFault.of(FaultCode.NEVER_BACKED_UP, minutes));
    }

    private void watcher(Event event, AgentStatus status, Instant now) {
        post(Message.plain(Watchman.id(), event, now, setup.store(), Watchman.lastBackup(status), List.of()));
    }

    private void summary(AgentStatus status, Instant now) {
        setup.summary().at().filter(at -> tally.due(at, now, setup.zone()) && !status.zone().isEmpty())
                .ifPresent(at -> {
                    post(new Summary(texts, setup.zone()).of(status, tally, memory.room(), now));
                    tally.begin(now);
                    unsaved = true;
                });
    }

    private void post(Message message) {
        unsaved |= outbox.put(message, setup.channels());
    }

    private void save(Instant now) {
        if (!unsaved) {
            return;
        }
        try {
            memory.told(new Remembered(Remembered.VERSION, watchman.state(), silence.state(),
                    Optional.of(tally.state()), outbox.state()).written());
            unsaved = false;
            own.mended(TOLD);
        } catch (IOException unwritable) {
            forgets(unwritable, now);
        }
    }

    private void forgets(IOException unwritable, Instant now) {
        own.add(TOLD, AgentLight.ATTENTION, BackupFault.of(FaultCode.NOTIFY_NOT_REMEMBERED, memory.place(),
                FileWords.of(unwritable)).causedBy(unwritable), words, now);
    }

    private void send(Instant now) {
        for (ChannelSettings channel : setup.channels()) {
            outbox.next(channel, now).ifPresent(message -> {
                Letter letter = Letter.of(message, texts, setup.zone());
                sender.start(channel.name(), () -> send(channel, letter));
            });
        }
    }

    private void send(ChannelSettings channel, Letter letter) {
        try {
            Optional<BackupFault> partly = channels.apply(channel).send(letter);
            sent(channel, letter.message(), partly);
        } catch (BackupFault fault) {
            failed(channel, fault);
        } catch (InterruptedException given) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error defect) {
            // No cause: whatever it says may hold an address or a token.
            LOG.error("sending by {} failed: {}", channel.name(), defect.getClass().getName());
            failed(channel, BackupFault.of(FaultCode.NOTIFY_REFUSED, channel.name(), channel.host(),
                    defect.getClass().getSimpleName()));
        }
        afterwards.run();
    }

    private synchronized void sent(ChannelSettings channel, Message message, Optional<BackupFault> partly) {
        outbox.sent(channel.name(), message);
        unsaved = true;
        String topic = NOTIFY_TOPIC + channel.name();
        partly.ifPresentOrElse(fault -> own.add(topic, AgentLight.ATTENTION, fault, words, clock.instant()),
                () -> own.mended(topic));
        save(clock.instant());
    }

    private synchronized void failed(ChannelSettings channel, BackupFault fault) {
        Instant now = clock.instant();
        int failures = outbox.failed(channel.name(), now);
        LOG.warn("DM-{} {} ({})", fault.code().number(), channel.name(), failures);
        if (failures > 1 || fault.code().kind() == FaultKind.USER) {
            own.add(NOTIFY_TOPIC + channel.name(), AgentLight.ATTENTION, fault, words, now);
        }
    }

    /** Tells those that watch, and waits for it so long at most; people are not told. */
    void goodbye(AgentStatus last, Duration patience) {
        List<ChannelSettings> watchers;
        Letter letter;
        synchronized (this) {
            Instant now = clock.instant();
            lastGoodbye = now;
            lastAlive = Instant.MIN;
            unsaved = true;
            save(now);
            try {
                memory.goodbye(now);
            } catch (IOException unwritable) {
                forgets(unwritable, now);
            }
            Message message = Message.plain(Watchman.id(), Event.SHUTDOWN, now, setup.store(),
                    Watchman.lastBackup(last), List.of());
            watchers = setup.channels().stream().filter(channel -> channel.wants(message)).toList();
            letter = Letter.of(message, texts, setup.zone());
        }
        lastWords(watchers, letter, patience);
    }

    private void lastWords(List<ChannelSettings> watchers, Letter letter, Duration patience) {
        CountDownLatch said = new CountDownLatch(watchers.size());
        for (ChannelSettings channel : watchers) {
            sender.start(channel.name(), () -> {
                try {
                    channels.apply(channel).send(letter);
                } catch (BackupFault | InterruptedException unheard) {
                    LOG.warn("goodbye was not heard by {}", channel.name());
                } finally {
                    said.countDown();
                }
            });
        }
        try {
            if (!said.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("goodbye was not heard by {} in time", said.getCount());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void close() {
        unsaved = true;
        save(clock.instant());
    }
}
