package br.com.dmbackup.agent.notify;

import br.com.dmbackup.agent.notify.channel.Channel;
import br.com.dmbackup.agent.notify.channel.ChannelSettings;
import br.com.dmbackup.agent.notify.channel.TelegramSettings;
import br.com.dmbackup.agent.notify.message.Event;
import br.com.dmbackup.agent.notify.message.Letter;
import br.com.dmbackup.agent.notify.message.Message;
import br.com.dmbackup.agent.notify.opening.BackupSilence;
import br.com.dmbackup.agent.notify.opening.OpeningSettings;
import br.com.dmbackup.agent.status.LiveStatus;
import br.com.dmbackup.agent.status.StandingFacts;
import br.com.dmbackup.agent.status.Troubles;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.protocol.AgentTopic;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.LastBackup;
import br.com.dmbackup.protocol.api.LastDrill;
import br.com.dmbackup.protocol.api.PlaceStatus;
import br.com.dmbackup.protocol.api.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/** A store's picture and the vigil that looks at it, under a clock that a test moves. Sendings happen at once. */
final class StoreUnderWatch {
    static final Messages WORDS = Messages.in(Language.PT_BR);

    final ZoneId zone;
    final List<Letter> letters = new ArrayList<>();
    final Set<String> deafChannels = new HashSet<>();
    final Kept kept = new Kept();
    private final Setup setup;
    private Instant now;
    private LiveStatus live;
    private Vigil vigil;
    private int backups;
    private boolean rung;
    int attempts;
    boolean threadless;
    boolean memoryless;
    private Optional<LastBackup> last = Optional.empty();
    private Optional<LastDrill> drill = Optional.empty();
    private List<PlaceStatus> places = List.of();

    /** What the vigil keeps, as if on a disk. */
    static final class Kept implements Memory {
        private Optional<byte[]> told = Optional.empty();
        private Supplier<List<String>> habit = List::of;
        private Optional<LastSign> sign = Optional.empty();
        private Duration slept = Duration.ZERO;
        private boolean rebooted;
        int writes;
        int beats;

        @Override
        public Optional<byte[]> told() {
            return told;
        }

        @Override
        public void told(byte[] state) {
            writes++;
            told = Optional.of(state);
        }

        @Override
        public List<String> habit() {
            return habit.get();
        }

        @Override
        public void habit(Supplier<List<String>> lines) {
            habit = lines;
        }

        @Override
        public Optional<LastSign> lastSign(Instant now) {
            return sign.map(last -> new LastSign(last.at(),
                    last.parting() == Parting.CLOSED && rebooted ? Parting.LEFT : last.parting(), slept,
                    last.silence()));
        }

        @Override
        public void alive(Instant now, BackupSilence.Remembered silence) {
            beats++;
            sign = Optional.of(new LastSign(now, Parting.DIED, Duration.ZERO, Optional.of(silence)));
        }

        @Override
        public void asleep(Instant now) {
            sign = Optional.of(new LastSign(now, Parting.LEFT, Duration.ZERO, Optional.empty()));
        }

        @Override
        public void ended(Instant now) {
            sign = Optional.of(new LastSign(now, Parting.CLOSED, Duration.ZERO, Optional.empty()));
        }

        @Override
        public Object place() {
            return "told.txt";
        }

        @Override
        public OptionalLong room() {
            return OptionalLong.of(50L << 30);
        }
    }

    StoreUnderWatch(String local, ZoneId zone, OpeningSettings opening, String... channels) {
        this(local, zone, opening, Optional.empty(), List.of(channels).stream()
                .map(name -> person(name, EnumSet.of(Event.FAILURE, Event.RECOVERY, Event.SILENCE, Event.ATTENTION,
                        Event.SUMMARY)))
                .toList());
    }

    StoreUnderWatch(String local, ZoneId zone, OpeningSettings opening, Optional<LocalTime> summary,
            List<ChannelSettings> channels) {
        this.zone = zone;
        this.setup = new Setup("Farmácia Central", Language.PT_BR, zone, channels, opening,
                new SummarySettings(summary));
        this.now = at(local);
        this.live = fresh();
        this.vigil = vigil();
    }

    static ChannelSettings person(String name, Set<Event> events) {
        return new TelegramSettings(name, events, new Secret(new char[0]), "1");
    }

    private LiveStatus fresh() {
        return new LiveStatus("0", () -> now, WORDS, WorkListener.NONE);
    }

    private Vigil vigil() {
        LiveStatus shown = live;
        Lights lights = new Lights() {
            @Override
            public AgentStatus now() {
                return shown.now();
            }

            @Override
            public void trouble(Trouble trouble) {
                shown.trouble(trouble);
            }

            @Override
            public void mended(String topic) {
                shown.mended(topic);
            }
        };
        return new Vigil(kept, lights, () -> now, setup,
                new Dispatch.Ways(this::channel, (channel, sending) -> start(sending), () -> rung = true));
    }

    private void start(Runnable sending) {
        if (threadless) {
            throw new OutOfMemoryError("unable to create native thread");
        }
        sending.run();
    }

    private Channel channel(ChannelSettings channel) {
        return letter -> {
            attempts++;
            if (memoryless) {
                throw new OutOfMemoryError("Java heap space");
            }
            if (deafChannels.contains(channel.name())) {
                throw BackupFault.of(FaultCode.NOTIFY_UNREACHABLE, channel.name(), channel.host(), "teste");
            }
            letters.add(letter);
            return Optional.empty();
        };
    }

    Instant at(String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    Instant now() {
        return now;
    }

    LiveStatus live() {
        return live;
    }

    /** Time goes by under a living agent that looks each minute. */
    StoreUnderWatch pass(Duration time) {
        return until(now.plus(time), Duration.ofMinutes(1));
    }

    StoreUnderWatch until(String local) {
        return until(at(local), Duration.ofMinutes(1));
    }

    StoreUnderWatch until(Instant then, Duration step) {
        while (now.isBefore(then)) {
            Instant next = now.plus(step);
            now = next.isAfter(then) ? then : next;
            look();
        }
        return this;
    }

    StoreUnderWatch look() {
        vigil.look();
        while (rung) {
            rung = false;
            vigil.look();
        }
        return this;
    }

    /** The clock is set, or the machine slept. */
    StoreUnderWatch jump(Instant then) {
        now = then;
        return this;
    }

    /** The process is gone, without a word; nothing happens until then; it starts anew. */
    StoreUnderWatch deadUntil(Instant then) {
        now = then;
        live = fresh();
        facts();
        vigil = vigil();
        return this;
    }

    /** The machine is switched off in good order. */
    StoreUnderWatch goodbye() {
        kept.rebooted = true;
        kept.slept = Duration.ZERO;
        vigil.goodbye(live.now(), true, Duration.ZERO);
        return this;
    }

    /** Somebody closes the agent; the machine stays on, but for so long a sleep. */
    StoreUnderWatch closed(Duration slept) {
        kept.rebooted = false;
        kept.slept = slept;
        vigil.goodbye(live.now(), true, Duration.ZERO);
        return this;
    }

    StoreUnderWatch backup() {
        last = Optional.of(new LastBackup("b" + ++backups, "09h", now, 1, 1, 1));
        live.mended(AgentTopic.BACKUP);
        facts();
        return this;
    }

    /** A living agent that makes its hourly backups. */
    StoreUnderWatch healthyUntil(String local) {
        Instant then = at(local);
        while (now.isBefore(then)) {
            if (now.atZone(zone).getMinute() == 0) {
                backup();
            }
            pass(Duration.ofMinutes(1));
        }
        return this;
    }

    StoreUnderWatch drilled(boolean passed) {
        drill = Optional.of(new LastDrill(now, passed, "DATABASE", 42, 123_456, passed ? "" : "DRILL_FAILED"));
        facts();
        return this;
    }

    StoreUnderWatch owed(String place, int count) {
        places = List.of(new PlaceStatus("local", 24, 0, Optional.empty()),
                new PlaceStatus(place, 24, count, count == 0 ? Optional.empty() : Optional.of(now)));
        if (count == 0) {
            live.mended(AgentTopic.delivery(place));
        } else {
            troubles().attention(AgentTopic.delivery(place),
                    BackupFault.of(FaultCode.DELIVERY_OWED, place, "desligado"));
        }
        facts();
        return this;
    }

    StoreUnderWatch failing() {
        return failing(AgentTopic.BACKUP,
                BackupFault.of(FaultCode.SERVER_UNREACHABLE, "SERVIDOR", "sem resposta"));
    }

    StoreUnderWatch failing(String topic, BackupFault fault) {
        troubles().failure(topic, fault);
        return this;
    }

    StoreUnderWatch mended(String topic) {
        live.mended(topic);
        return this;
    }

    Troubles troubles() {
        return new Troubles(live, WORDS);
    }

    void facts() {
        live.facts(new StandingFacts(zone.getId(), "Farmácia Central", last, drill, Optional.empty(), places,
                places.isEmpty(), false, Optional.empty()));
    }

    List<Event> events() {
        return letters.stream().map(Letter::message).map(Message::event).toList();
    }

    Letter letter() {
        return letters.getLast();
    }
}
