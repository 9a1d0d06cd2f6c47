package br.com.dmbackup.agent.notify;

import br.com.dmbackup.agent.notify.channel.Channel;
import br.com.dmbackup.agent.notify.channel.ChannelSettings;
import br.com.dmbackup.agent.notify.message.Event;
import br.com.dmbackup.agent.notify.message.Letter;
import br.com.dmbackup.agent.notify.message.Message;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A message that tells nothing but that messages arrive. Sent past the outbox, by whoever asks. */
public final class TestMessage {
    private final Setup setup;
    private final InstantSource clock;

    /**
     * What came of it.
     *
     * @param host what the channel reaches
     * @param fault why it was not sent, or not to all
     */
    public record Result(String channel, String host, boolean sent, Optional<BackupFault> fault) {}

    public TestMessage(Setup setup, InstantSource clock) {
        this.setup = setup;
        this.clock = clock;
    }

    /**
     * Sends it by one channel or by all, one after the other.
     *
     * @param told of each as soon as it is done
     * @throws BackupFault {@code NOTIFY_CHANNEL_UNKNOWN}, {@code CANCELLED}
     */
    public List<Result> send(Optional<String> channel, Consumer<Result> told) {
        List<ChannelSettings> wanted = setup.channels().stream()
                .filter(each -> channel.isEmpty() || each.name().equalsIgnoreCase(channel.get())).toList();
        if (wanted.isEmpty()) {
            throw BackupFault.of(FaultCode.NOTIFY_CHANNEL_UNKNOWN, channel.orElse(""),
                    setup.channels().stream().map(ChannelSettings::name).collect(Collectors.joining(", ")));
        }
        Message message = Message.plain(Watchman.id(), Event.TEST, clock.instant(), setup.store(), Optional.empty(),
                List.of());
        Letter letter = Letter.of(message, Letter.texts(setup.language()), setup.zone());
        List<Result> results = new ArrayList<>();
        for (ChannelSettings each : wanted) {
            Result result = send(each, letter);
            results.add(result);
            told.accept(result);
        }
        return results;
    }

    private static Result send(ChannelSettings channel, Letter letter) {
        try {
            return new Result(channel.name(), channel.host(), true, Channel.of(channel).send(letter));
        } catch (BackupFault fault) {
            return new Result(channel.name(), channel.host(), false, Optional.of(fault));
        } catch (InterruptedException givenUp) {
            throw BackupFault.of(FaultCode.CANCELLED, "notify test").causedBy(givenUp);
        }
    }
}
