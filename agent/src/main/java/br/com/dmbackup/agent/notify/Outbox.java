package br.com.dmbackup.agent.notify;

import br.com.dmbackup.agent.notify.channel.ChannelSettings;
import br.com.dmbackup.agent.notify.message.Event;
import br.com.dmbackup.agent.notify.message.Message;
import br.com.dmbackup.protocol.AgentTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is still to be sent, channel by channel, oldest first. While a channel does not work what waits for it is drawn
 * together: several failures are one, and a failure that ends before it was sent is one message that says so. Not
 * thread-safe.
 */
final class Outbox {
    static final int MOST = 20;
    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(2),
            Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofHours(1));

    private final Map<String, List<Message>> waiting = new LinkedHashMap<>();
    private final Map<String, Trial> trials = new HashMap<>();
    private final Set<String> sending = new HashSet<>();

    private record Trial(int failures, Instant next) {
        static final Trial FIRST = new Trial(0, Instant.MIN);
    }

    Outbox(Map<String, List<Message>> before) {
        before.forEach((channel, messages) -> waiting.put(channel, new ArrayList<>(messages)));
    }

    /** What waits, for keeping. */
    Map<String, List<Message>> state() {
        Map<String, List<Message>> state = new LinkedHashMap<>();
        waiting.forEach((channel, messages) -> state.put(channel, List.copyOf(messages)));
        return state;
    }

    /** Forgets channels that are no more, and tries the others at once: somebody may have put them right. */
    void channels(List<ChannelSettings> channels) {
        waiting.keySet().retainAll(channels.stream().map(ChannelSettings::name).toList());
        trials.clear();
    }

    /**
     * A message to everybody whom it concerns.
     *
     * @return whether anybody was
     */
    boolean put(Message message, List<ChannelSettings> channels) {
        boolean put = false;
        for (ChannelSettings channel : channels) {
            Message theirs = message.without(AgentTopic.channel(channel.name()));
            boolean nothingLeft = theirs.items().isEmpty() && !message.items().isEmpty();
            // A recovery is put for all who may not know yet of what it ends.
            if (!nothingLeft && (channel.wants(theirs) || channel.wants(theirs.over()))) {
                waiting.computeIfAbsent(channel.name(), fresh -> new ArrayList<>()).add(theirs);
                put = true;
            }
        }
        return put;
    }

    /** What is to be sent by that channel now; it counts as being sent until it is told how that went. */
    Optional<Message> next(ChannelSettings channel, Instant now) {
        List<Message> messages = waiting.get(channel.name());
        Trial trial = trials.getOrDefault(channel.name(), Trial.FIRST);
        boolean pausing = now.isBefore(trial.next()) && Duration.between(now, trial.next()).compareTo(longest()) <= 0;
        if (messages == null || sending.contains(channel.name()) || pausing) {
            return Optional.empty();
        }
        settle(messages, channel);
        if (messages.isEmpty()) {
            waiting.remove(channel.name());
            return Optional.empty();
        }
        sending.add(channel.name());
        return Optional.of(messages.getFirst());
    }

    private static Duration longest() {
        return PAUSES.getLast();
    }

    void sent(String channel, Message message) {
        sending.remove(channel);
        trials.remove(channel);
        List<Message> messages = waiting.getOrDefault(channel, new ArrayList<>());
        messages.removeIf(each -> each.id().equals(message.id()));
        if (messages.isEmpty()) {
            waiting.remove(channel);
        }
    }

    /** @return how many times in a row it failed */
    int failed(String channel, Instant now) {
        sending.remove(channel);
        int failures = trials.getOrDefault(channel, Trial.FIRST).failures() + 1;
        trials.put(channel, new Trial(failures, now.plus(PAUSES.get(Math.min(failures, PAUSES.size()) - 1))));
        return failures;
    }

    /** Draws together what would be news no more. */
    private static void settle(List<Message> messages, ChannelSettings channel) {
        if (channel.latestOnly()) {
            keepLatest(messages, channel);
            return;
        }
        for (int i = 1; i < messages.size(); i++) {
            Message message = messages.get(i);
            List<Message> unsent = messages.subList(0, i).stream().filter(each -> isOf(each, message)).toList();
            if (message.event() == Event.RECOVERY && !unsent.isEmpty()) {
                messages.removeAll(unsent);
                messages.set(messages.indexOf(message), coversAll(unsent, message) ? message.over() : message);
                i = messages.indexOf(message) < 0 ? 0 : messages.indexOf(message);
            }
        }
        join(messages);
        messages.removeIf(message -> !channel.wants(message));
        while (messages.size() > MOST) {
            messages.removeFirst();
        }
    }

    /** How it stands now; that a backup begins says less than how another ended. */
    private static void keepLatest(List<Message> messages, ChannelSettings channel) {
        messages.removeIf(message -> !channel.wants(message));
        boolean ended = messages.stream().anyMatch(message -> message.event() != Event.BEGAN);
        messages.removeIf(message -> ended && message.event() == Event.BEGAN);
        messages.subList(0, Math.max(0, messages.size() - 1)).clear();
    }

    /** Whether nothing of what it calls mended was ever told by this channel. */
    private static boolean coversAll(List<Message> unsent, Message recovery) {
        List<String> topics = unsent.stream().flatMap(each -> each.topics().stream()).toList();
        return recovery.topics().stream().allMatch(
                topic -> topic.equals(AgentTopic.SILENCE) || topics.contains(topic));
    }

    private static boolean isOf(Message alarm, Message recovery) {
        return alarm.alarms() && recovery.topics().containsAll(alarm.topics());
    }

    private static void join(List<Message> messages) {
        for (int i = 1; i < messages.size(); i++) {
            Message before = messages.get(i - 1);
            Message after = messages.get(i);
            boolean sameStory = (before.about() == Event.ATTENTION) == (after.about() == Event.ATTENTION);
            boolean bothOver = before.event() == Event.OVER && after.event() == Event.OVER;
            if (sameStory && (bothOver || (before.alarms() && after.alarms()))) {
                messages.set(i - 1, before.with(after));
                messages.remove(i--);
            } else if (before.event() == after.event() && before.event() == Event.SUMMARY) {
                messages.remove(--i);
            }
        }
    }
}
