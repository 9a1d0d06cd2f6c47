package br.com.dmbackup.agent.notify;

import br.com.dmbackup.protocol.api.AgentLight;
import br.com.dmbackup.protocol.api.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Since when each trouble is there, or gone. One that is away for a moment, as while a run is tried again, stays the same. */
final class Sightings {
    private static final Duration BLINK = Duration.ofSeconds(90);

    private final Map<String, Sighting> seen = new HashMap<>();
    private final Map<String, Instant> gone = new HashMap<>();
    private List<Trouble> present = List.of();

    private record Sighting(AgentLight light, Instant first, Instant last) {}

    void look(List<Trouble> now, Instant at) {
        present = List.copyOf(now);
        for (Trouble trouble : now) {
            Sighting known = seen.get(trouble.topic());
            Instant first = known != null && known.light().compareTo(trouble.light()) >= 0
                    && !known.first().isAfter(at) ? known.first() : at;
            seen.put(trouble.topic(), new Sighting(trouble.light(), first, at));
        }
        seen.values().removeIf(sighting -> Duration.between(sighting.last(), at).compareTo(BLINK) > 0
                || sighting.last().isAfter(at));
    }

    /** All that is wrong, of one light. */
    List<Trouble> present(AgentLight light) {
        return present.stream().filter(trouble -> trouble.light() == light).toList();
    }

    Instant since(Trouble trouble, Instant at) {
        Sighting sighting = seen.get(trouble.topic());
        return sighting == null ? at : sighting.first();
    }

    /** For how long each of these topics has not been seen with that light or a worse one. */
    Map<String, Duration> goneFor(Collection<String> topics, AgentLight light, Instant at) {
        List<String> there = new ArrayList<>(present.stream().filter(trouble -> trouble.light().compareTo(light) >= 0)
                .map(Trouble::topic).toList());
        gone.keySet().removeIf(there::contains);
        gone.replaceAll((topic, since) -> since.isAfter(at) ? at : since);
        return topics.stream().filter(topic -> !there.contains(topic)).collect(Collectors.toMap(topic -> topic,
                topic -> Duration.between(gone.computeIfAbsent(topic, fresh -> at), at)));
    }

    void forget(Collection<String> topics) {
        gone.keySet().removeAll(topics);
    }
}
