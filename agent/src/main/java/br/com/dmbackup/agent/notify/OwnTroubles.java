package br.com.dmbackup.agent.notify;

import br.com.dmbackup.agent.status.Troubles;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.AgentTopic;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.AgentLight;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.Trouble;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the messenger itself sees to be wrong. Shown on the light, and told even when the picture stands still.
 * Thread-safe.
 */
final class OwnTroubles {
    private final Lights lights;
    private final Map<String, Trouble> troubles = new LinkedHashMap<>();

    OwnTroubles(Lights lights) {
        this.lights = lights;
    }

    synchronized void add(String topic, AgentLight light, BackupFault fault, Messages words, Instant now) {
        Trouble known = troubles.get(topic);
        Trouble trouble = Troubles.of(topic, light, fault, known == null ? now : known.since(), words);
        if (!trouble.equals(known)) {
            troubles.put(topic, trouble);
            lights.trouble(trouble);
        }
    }

    synchronized void mended(String topic) {
        if (troubles.remove(topic) != null) {
            lights.mended(topic);
        }
    }

    /** Those of channels that are no more are over. */
    synchronized void keepChannels(List<String> topics) {
        List.copyOf(troubles.keySet()).stream().filter(AgentTopic::ofChannel).filter(topic -> !topics.contains(topic))
                .forEach(this::mended);
    }

    /** All that is wrong: what the picture shows of others, which may be older than what is known here, and these. */
    synchronized List<Trouble> besides(AgentStatus status) {
        return Stream.concat(status.troubles().stream().filter(trouble -> !isOwn(trouble.topic())),
                troubles.values().stream()).toList();
    }

    private static boolean isOwn(String topic) {
        return AgentTopic.ofChannel(topic) || topic.equals(AgentTopic.SILENCE) || topic.equals(AgentTopic.MESSAGES);
    }
}
