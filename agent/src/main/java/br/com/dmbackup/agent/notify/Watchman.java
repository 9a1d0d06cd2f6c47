package br.com.dmbackup.agent.notify;

import br.com.dmbackup.agent.notify.message.Event;
import br.com.dmbackup.agent.notify.message.Item;
import br.com.dmbackup.agent.notify.message.Message;
import br.com.dmbackup.agent.notify.opening.Opening;
import br.com.dmbackup.protocol.AgentTopic;
import br.com.dmbackup.protocol.api.AgentLight;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.LastBackup;
import br.com.dmbackup.protocol.api.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Decides what people are told of troubles: one message per change of state. What is wrong together is told together;
 * what joins later is told alone; when all of it is mended, that is told once. Failures and what merely wants attention
 * are two such stories. Not thread-safe.
 */
final class Watchman {
    private static final Duration BETWEEN_ATTENTIONS = Duration.ofMinutes(30);

    private final Map<String, Told> told = new LinkedHashMap<>();
    private final Map<String, Calm> calm = new LinkedHashMap<>();
    private final Sightings sightings = new Sightings();
    private Instant lastAttention = Instant.MIN;

    /**
     * What is kept between two lives of the agent.
     *
     * @param told what people know of
     * @param calm by topic
     */
    record Remembered(List<Told> told, Map<String, Calm> calm) {
        static final Remembered NOTHING = new Remembered(List.of(), Map.of());
    }

    Watchman(Remembered before) {
        before.told().forEach(each -> told.put(each.topic(), each));
        calm.putAll(before.calm());
    }

    Remembered state() {
        return new Remembered(List.copyOf(told.values()), Map.copyOf(calm));
    }

    /** @param troubles all that is wrong, the agent's own and the messenger's */
    List<Message> look(AgentStatus status, List<Trouble> troubles, Instant now, Opening opening) {
        sightings.look(troubles, now);
        List<Message> messages = new ArrayList<>();
        recovery(AgentLight.FAILURE, status, now).ifPresent(messages::add);
        recovery(AgentLight.ATTENTION, status, now).ifPresent(messages::add);
        failure(status, now).ifPresent(messages::add);
        attention(status, now, opening).ifPresent(messages::add);
        return messages;
    }

    private Optional<Message> failure(AgentStatus status, Instant now) {
        List<Trouble> fresh = sightings.present(AgentLight.FAILURE).stream().filter(this::isNews).toList();
        boolean ripe = fresh.stream().anyMatch(trouble -> lasted(trouble, now, Patience.ofFailure(trouble)));
        if (!ripe) {
            return Optional.empty();
        }
        List<Trouble> together = fresh.stream().filter(trouble -> lasted(trouble, now, Patience.JOINS)
                || lasted(trouble, now, Patience.ofFailure(trouble))).toList();
        boolean silenceAlone = together.stream().allMatch(trouble -> trouble.topic().equals(AgentTopic.SILENCE));
        if (silenceAlone && told.values().stream().anyMatch(Watchman::fails)) {
            // Why there is no backup is known; should that be mended and the silence not, it is told then.
            return Optional.empty();
        }
        together.forEach(trouble -> remember(trouble, now));
        return Optional.of(alarm(silenceAlone ? Event.SILENCE : Event.FAILURE, together, status, now));
    }

    private static boolean fails(Told each) {
        return each.light() == AgentLight.FAILURE;
    }

    private Optional<Message> attention(AgentStatus status, Instant now, Opening opening) {
        if (now.isBefore(lastAttention.plus(BETWEEN_ATTENTIONS)) && !now.isBefore(lastAttention)) {
            return Optional.empty();
        }
        List<Trouble> ripe = sightings.present(AgentLight.ATTENTION).stream()
                .filter(trouble -> !told.containsKey(trouble.topic()))
                .filter(trouble -> opening.likely(sightings.since(trouble, now), now)
                        .compareTo(Patience.ofAttention(trouble)) >= 0)
                .toList();
        if (ripe.isEmpty()) {
            return Optional.empty();
        }
        lastAttention = now;
        ripe.forEach(trouble -> remember(trouble, now));
        return Optional.of(alarm(Event.ATTENTION, ripe, status, now));
    }

    private boolean isNews(Trouble trouble) {
        Told known = told.get(trouble.topic());
        return known == null || !fails(known) || !known.names().contains(trouble.name());
    }

    private boolean lasted(Trouble trouble, Instant now, Duration wanted) {
        return Duration.between(sightings.since(trouble, now), now).compareTo(wanted) >= 0;
    }

    private void remember(Trouble trouble, Instant now) {
        Told known = told.get(trouble.topic());
        Set<String> names = new HashSet<>(known == null ? Set.of() : known.names());
        names.add(trouble.name());
        Instant since = sightings.since(trouble, now);
        Item item = at(Item.of(trouble), known == null || since.isBefore(known.item().since())
                ? since
                : known.item().since());
        told.put(trouble.topic(), new Told(item, trouble.light(), names));
    }

    /** As the agent's own "since" begins anew with each of its lives. */
    private static Item at(Item item, Instant since) {
        return new Item(item.topic(), item.name(), item.number(), item.text(), item.hint(), item.details(), since);
    }

    private Message alarm(Event event, List<Trouble> troubles, AgentStatus status, Instant now) {
        List<Item> items = troubles.stream().map(trouble -> at(Item.of(trouble), sightings.since(trouble, now)))
                .toList();
        return new Message(id(), event, event, now, status.store(), items, earliest(items), Optional.empty(),
                lastBackup(status), List.of());
    }

    /** All that was told of one light is mended. */
    private Optional<Message> recovery(AgentLight light, AgentStatus status, Instant now) {
        List<Told> ours = told.values().stream().filter(each -> each.light() == light).toList();
        if (ours.isEmpty() || status.zone().isEmpty()) {
            return Optional.empty();
        }
        List<String> topics = ours.stream().map(Told::topic).toList();
        Map<String, Duration> goneFor = sightings.goneFor(topics, light, now);
        boolean mended = ours.stream().allMatch(each -> goneFor.containsKey(each.topic())
                && isMended(each, status, goneFor.getOrDefault(each.topic(), Duration.ZERO), now));
        if (!mended) {
            return Optional.empty();
        }
        topics.forEach(topic -> {
            told.remove(topic);
            calm.put(topic, calm.getOrDefault(topic, Calm.NEVER).mended(now));
        });
        calm.values().removeIf(each -> !each.recent(now));
        sightings.forget(topics);
        List<Item> items = ours.stream().map(Told::item).toList();
        Event about = light == AgentLight.FAILURE
                ? topics.equals(List.of(AgentTopic.SILENCE)) ? Event.SILENCE : Event.FAILURE
                : Event.ATTENTION;
        return Optional.of(new Message(id(), Event.RECOVERY, about, now, status.store(), items, earliest(items),
                Optional.of(now), lastBackup(status), List.of()));
    }

    private boolean isMended(Told each, AgentStatus status, Duration goneFor, Instant now) {
        Evidence evidence = Evidence.of(each, status);
        if (evidence == Evidence.AGAINST) {
            return goneFor.compareTo(Evidence.WITHOUT) >= 0;
        }
        Duration needed = calm.getOrDefault(each.topic(), Calm.NEVER).needed(now, evidence == Evidence.FOR);
        return goneFor.compareTo(needed) >= 0;
    }

    private static Optional<Instant> earliest(List<Item> items) {
        return items.stream().map(Item::since).min(Instant::compareTo);
    }

    static Optional<Instant> lastBackup(AgentStatus status) {
        return status.lastBackup().map(LastBackup::startedAt);
    }

    static String id() {
        return UUID.randomUUID().toString();
    }
}
