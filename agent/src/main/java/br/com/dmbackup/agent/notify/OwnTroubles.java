package br.com.dmbackup.agent.notify;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.AgentLight;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.Trouble;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the messenger itself sees to be wrong. Shown on the light, and told even when the picture stands still. */
final class OwnTroubles {
    private final Lights lights;
    private final Map<String, Trouble> troubles = new LinkedHashMap<>();

    OwnTroubles(Lights lights) {
        this.lights = lights;
    }

    void add(String topic, AgentLight light, BackupFault fault, Messages words, Instant now) {
        Trouble known = troubles.get(topic);
        Trouble trouble = new Trouble(topic, light, fault.code().name(), "DM-" + fault.code().number(),
                fault.text(words), fault.hint(words), List.of(), known == null ? now : known.since());
        if (!trouble.equals(known)) {
            troubles.put(topic, trouble);
            lights.trouble(trouble);
        }
    }

    void mended(String topic) {
        if (troubles.remove(topic) != null) {
            lights.mended(topic);
        }
    }

    /** Those of channels that are no more. */
    void keepOnly(List<String> topics, String prefix) {
        List.copyOf(troubles.keySet()).stream().filter(topic -> topic.startsWith(prefix) && !topics.contains(topic))
                .forEach(this::mended);
    }

    /** All that is wrong: what the picture shows, and these. */
    List<Trouble> besides(AgentStatus status) {
        return Stream.concat(status.troubles().stream().filter(trouble -> !troubles.containsKey(trouble.topic())),
                troubles.values().stream()).toList();
    }
}
