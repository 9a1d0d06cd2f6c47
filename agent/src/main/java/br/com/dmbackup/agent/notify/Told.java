package br.com.dmbackup.agent.notify;

import br.com.dmbackup.agent.notify.message.Item;
import br.com.dmbackup.protocol.api.AgentLight;
import java.util.Set;

/**
 * A trouble that people know of, until they are told that it is mended.
 *
 * @param item as it was told
 * @param light how bad it was then
 * @param names of the fault codes that were told about this topic, each once
 */
record Told(Item item, AgentLight light, Set<String> names) {
    Told {
        names = Set.copyOf(names);
    }

    String topic() {
        return item.topic();
    }
}
