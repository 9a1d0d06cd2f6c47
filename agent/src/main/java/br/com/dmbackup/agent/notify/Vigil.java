package br.com.dmbackup.agent.notify;

import br.com.dmbackup.agent.notify.Memory.LastSign;
import br.com.dmbackup.agent.notify.Memory.Parting;
import br.com.dmbackup.agent.notify.message.Event;
import br.com.dmbackup.agent.notify.message.Item;
import br.com.dmbackup.agent.notify.message.Letter;
import br.com.dmbackup.agent.notify.message.Message;
import br.com.dmbackup.agent.notify.opening.BackupSilence;
import br.com.dmbackup.agent.notify.opening.Opening;
import br.com.dmbackup.agent.status.Troubles;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.protocol.AgentTopic;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.AgentLight;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.silence.SilenceWatch;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The messenger without its threads: looks, decides, keeps, hands to the dispatch. Thread-safe. */
final class Vigil {
    private static final Logger LOG = LoggerFactory.getLogger(Vigil.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** The sign of life keeps each minute of a silence; this is kept so that it outlives even a power cut. */
    private static final Duration SAVE_SILENCE = Duration.ofMinutes(15);
    /** A machine that is still there so long after its goodbye has not gone. */
    private static final Duration GONE = Duration.ofMinutes(2);

    private final Memory memory;
    private final Lights lights;
    private final InstantSource clock;
    private final Watchman watchman;
    private final BackupSilence silence;
    private final Tally tally;
    private final OwnTroubles own;
    private final Dispatch dispatch;
    private Setup setup;
    private Opening opening;
    private Messages words;
    private Optional<LastSign> before;
    private Instant lastLook;
    private Instant lastAlive = Instant.EPOCH;
    private Instant lastGoodbye = Instant.EPOCH;
    private long savedSilence;
    private boolean running;
    private boolean unsaved;

    Vigil(Memory memory, Lights lights, InstantSource clock, Setup setup, Dispatch.Ways ways) {
        this.memory = memory;
        this.lights = lights;
        this.clock = clock;
        Remembered known = memory.told().map(Remembered::read).orElse(Remembered.NOTHING);
        this.watchman = new Watchman(known.watchman());
        Instant now = clock.instant();
        this.before = memory.lastSign(now);
        this.silence = new BackupSilence(latest(known.silence(), before));
        this.tally = new Tally(known.tally(), clock.instant());
        this.own = new OwnTroubles(lights);
        this.dispatch = new Dispatch(known.outbox(), own, clock, ways, setup);
        this.lastLook = before.filter(last -> last.parting() != Parting.LEFT).map(LastSign::at)
                .filter(last -> Duration.between(last, now).compareTo(BackupSilence.LONGEST_STEP) <= 0).orElse(now);
        this.setup = setup;
        this.words = Messages.in(setup.language());
        this.opening = learned(memory.habit());
    }

    /** A life that was too short to keep everything has kept its silence in its last sign. */
    private static BackupSilence.Remembered latest(BackupSilence.Remembered kept, Optional<LastSign> last) {
        return last.flatMap(LastSign::silence).filter(sign -> sign.backup().equals(kept.backup())
                && sign.without().compareTo(kept.without()) > 0).orElse(kept);
    }

    private Opening learned(List<String> habit) {
        try {
            return new Opening(setup.opening(), setup.zone(), habit);
        } catch (IllegalArgumentException damaged) {
            LOG.warn("the habit is not understood, and is learned anew", damaged);
            return new Opening(setup.opening(), setup.zone(), List.of());
        }
    }

    synchronized void settings(Setup now) {
        List<String> habit = opening.memory();
        setup = now;
        words = Messages.in(now.language());
        opening = learned(habit);
        dispatch.settings(now);
        if (now.summary().at().isEmpty()) {
            tally.begin(clock.instant());
        }
    }

    /** Looks at the picture once. */
    synchronized void look() {
        Instant now = clock.instant();
        AgentStatus status = lights.now();
        Duration open = openSinceLastLook(now);
        learn(now);
        absence(status, now);
        backups(status, now, open);
        beat(now);
        List<Message> told = watchman.look(status, own.besides(status), now, opening);
        told.forEach(dispatch::put);
        unsaved |= !told.isEmpty();
        summary(status, now);
        save(now);
        dispatch.send(now);
    }

    private Duration openSinceLastLook(Instant now) {
        Duration step = Duration.between(lastLook, now);
        Duration open = step.isPositive() && step.compareTo(BackupSilence.LONGEST_STEP) <= 0
                ? opening.likely(lastLook, now)
                : Duration.ZERO;
        lastLook = now;
        return open;
    }

    /** Whether the agent was dead, or closed, is told once, as soon as the clock is no longer behind its last sign. */
    private void absence(AgentStatus status, Instant now) {
        if (before.isEmpty() || now.isBefore(before.get().at())) {
            return;
        }
        LastSign last = before.get();
        before = Optional.empty();
        Duration missed = opening.missed(last.at(), now).minus(last.slept());
        if (last.parting() != Parting.LEFT && missed.compareTo(SilenceWatch.PATIENCE) >= 0) {
            FaultCode how = last.parting() == Parting.CLOSED ? FaultCode.AGENT_WAS_CLOSED : FaultCode.AGENT_WAS_AWAY;
            BackupFault fault = BackupFault.of(how, last.at().atZone(setup.zone()),
                    now.atZone(setup.zone()));
            Item item = Item.of(Troubles.of(AgentTopic.AWAY, AgentLight.FAILURE, fault, last.at(), words));
            dispatch.put(new Message(Watchman.id(), Event.AWAY, Event.SILENCE, now, setup.store(), List.of(item),
                    Optional.of(last.at()), Optional.of(now), Watchman.lastBackup(status), List.of()));
        }
    }

    private void beat(Instant now) {
        boolean leaving = Duration.between(lastGoodbye, now).abs().compareTo(GONE) < 0;
        if (leaving || Duration.between(lastAlive, now).abs().compareTo(MINUTE) < 0) {
            return;
        }
        lastAlive = now;
        try {
            memory.alive(now, silence.state());
        } catch (IOException unwritable) {
            forgets(unwritable, now);
        }
    }

    private void learn(Instant now) {
        try {
            if (opening.on(now)) {
                memory.habit(opening::memory);
            }
        } catch (IOException unwritable) {
            forgets(unwritable, now);
        }
    }

    private void backups(AgentStatus status, Instant now, Duration open) {
        boolean summarized = setup.summary().at().isPresent();
        if (summarized) {
            tally.open(open, now, setup.zone());
        }
        if (silence.look(status, now, open)) {
            if (summarized) {
                tally.backup(status, setup.zone());
            }
            watchers(Event.BACKUP, status, now);
            unsaved = true;
        }
        boolean runs = BackupSilence.runs(status);
        if (runs && !running) {
            watchers(Event.BEGAN, status, now);
        }
        running = runs;
        if (silence.tooLong(now)) {
            own.add(AgentTopic.SILENCE, AgentLight.FAILURE, silenceFault(status), words, now);
        } else {
            own.mended(AgentTopic.SILENCE);
        }
        long quarters = silence.state().without().dividedBy(SAVE_SILENCE);
        unsaved |= quarters != savedSilence;
        savedSilence = quarters;
    }

    /** The minutes of the rule and not those of this look, so that the trouble does not change each minute. */
    private BackupFault silenceFault(AgentStatus status) {
        long minutes = SilenceWatch.PATIENCE.toMinutes();
        return Watchman.lastBackup(status)
                .map(last -> BackupFault.of(FaultCode.BACKUPS_SILENT, last.atZone(setup.zone()), minutes))
                .orElse(BackupFault.of(FaultCode.NEVER_BACKED_UP, minutes));
    }

    private void watchers(Event event, AgentStatus status, Instant now) {
        dispatch.put(Message.plain(Watchman.id(), event, now, setup.store(), Watchman.lastBackup(status), List.of()));
    }

    private void summary(AgentStatus status, Instant now) {
        if (setup.summary().at().filter(at -> tally.due(at, now, setup.zone())).isPresent()
                && !status.zone().isEmpty()) {
            dispatch.put(new Summary(Letter.texts(setup.language()), setup.zone()).of(status, tally, memory.room(),
                    now));
            tally.begin(now);
            unsaved = true;
        }
    }

    private void save(Instant now) {
        unsaved |= dispatch.changed();
        if (!unsaved) {
            return;
        }
        try {
            memory.told(new Remembered(watchman.state(), silence.state(),
                    Optional.of(tally.state()), dispatch.state()).written());
            unsaved = false;
            own.mended(AgentTopic.MESSAGES);
        } catch (IOException unwritable) {
            forgets(unwritable, now);
        }
    }

    private void forgets(IOException unwritable, Instant now) {
        own.add(AgentTopic.MESSAGES, AgentLight.ATTENTION, BackupFault.of(FaultCode.NOTIFY_NOT_REMEMBERED,
                memory.place(), FileWords.of(unwritable)).causedBy(unwritable), words, now);
    }

    /** Tells those that watch, and waits for it so long at most; people are not told. */
    void goodbye(AgentStatus last, boolean ends, Duration patience) {
        Message message;
        synchronized (this) {
            Instant now = clock.instant();
            lastGoodbye = now;
            lastAlive = Instant.EPOCH;
            close();
            try {
                if (ends) {
                    memory.ended(now);
                } else {
                    memory.asleep(now);
                }
            } catch (IOException unwritable) {
                forgets(unwritable, now);
            }
            message = Message.plain(Watchman.id(), ends ? Event.ENDED : Event.SHUTDOWN, now, setup.store(),
                    Watchman.lastBackup(last),
                    List.of());
        }
        dispatch.lastWords(message, patience);
    }

    /** Keeps everything. */
    synchronized void close() {
        unsaved = true;
        save(clock.instant());
    }
}
