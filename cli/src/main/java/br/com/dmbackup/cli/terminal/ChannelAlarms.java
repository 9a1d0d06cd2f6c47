package br.com.dmbackup.cli.terminal;

import br.com.dmbackup.agent.notify.channel.Channel;
import br.com.dmbackup.agent.notify.channel.ChannelSettings;
import br.com.dmbackup.agent.notify.message.Event;
import br.com.dmbackup.agent.notify.message.Item;
import br.com.dmbackup.agent.notify.message.Letter;
import br.com.dmbackup.agent.notify.message.Message;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.MaskedText;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.terminal.life.Alarms;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the terminal's troubles by the agent's channels, as messages of the same form. One that cannot be sent is tried
 * again with growing pauses, for a day.
 */
final class ChannelAlarms implements Alarms, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelAlarms.class);
    private static final int TRIALS = 12;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(3);

    private final TerminalSetup setup;
    private final InstantSource clock;
    private final ScheduledExecutorService sending = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("alarms").factory());

    ChannelAlarms(TerminalSetup setup, InstantSource clock) {
        this.setup = setup;
        this.clock = clock;
    }

    @Override
    public void raised(String topic, String store, BackupFault fault, Instant since) {
        Event event = event(fault);
        tell(new Message(id(), event, event, clock.instant(), store, List.of(item(topic, fault, since)),
                Optional.of(since), Optional.empty(), Optional.empty(), List.of()));
    }

    @Override
    public void mended(String topic, String store, BackupFault fault, Instant since) {
        tell(new Message(id(), Event.RECOVERY, event(fault), clock.instant(), store,
                List.of(item(topic, fault, since)), Optional.of(since), Optional.of(clock.instant()),
                Optional.empty(), List.of()));
    }

    private static Event event(BackupFault fault) {
        return switch (fault.code()) {
            case TERMINAL_HEARS_NOTHING -> Event.SILENCE;
            case TERMINAL_FOREIGN_FILE -> Event.ATTENTION;
            default -> fault.code() == FaultCode.TERMINAL_TOO_OFTEN ? Event.ATTENTION : Event.FAILURE;
        };
    }

    private Item item(String topic, BackupFault fault, Instant since) {
        Messages words = Messages.in(setup.settings().language());
        return new Item(topic, fault.code().name(), "DM-" + fault.code().number(), MaskedText.of(fault.text(words)),
                MaskedText.of(fault.hint(words)), List.of(), since);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private void tell(Message message) {
        Letter letter = Letter.of(message, Letter.texts(setup.settings().language()), setup.settings().zone());
        setup.channels().stream().filter(channel -> channel.wants(message))
                .forEach(channel -> sending.execute(() -> send(channel, letter, 1)));
    }

    private void send(ChannelSettings channel, Letter letter, int trial) {
        try {
            Channel.of(channel).send(letter).ifPresent(half -> LOG.warn("{}: {}", channel.name(), half.getMessage()));
        } catch (BackupFault unsent) {
            LOG.warn("{} ({}): {}", channel.name(), trial, unsent.getMessage());
            Duration pause = Duration.ofMinutes(1L << Math.min(trial, 10));
            if (trial < TRIALS) {
                again(channel, letter, trial + 1, pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
            }
        } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
        }
    }

    private void again(ChannelSettings channel, Letter letter, int trial, Duration pause) {
        var _ = sending.schedule(() -> send(channel, letter, trial), pause.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        sending.shutdownNow();
    }
}
