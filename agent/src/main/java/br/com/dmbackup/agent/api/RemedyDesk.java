package br.com.dmbackup.agent.api;

import br.com.dmbackup.agent.AgentDesk;
import br.com.dmbackup.agent.HomeDoor;
import br.com.dmbackup.agent.remedy.AgentRemedy;
import br.com.dmbackup.agent.remedy.FolderRemedy;
import br.com.dmbackup.agent.remedy.SpaceRemedy;
import br.com.dmbackup.protocol.AgentTopic;
import br.com.dmbackup.protocol.StatusText;
import br.com.dmbackup.protocol.api.RemedyAsked;
import java.io.IOException;
import java.util.List;

/** {@code /v1/remedies}: what the agent would do about a trouble, and that it does it. */
final class RemedyDesk {
    private final AgentDesk desk;
    private final HomeDoor door;

    RemedyDesk(AgentDesk desk, HomeDoor door) {
        this.desk = desk;
        this.door = door;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.till("POST", "/v1/remedies/look", Caller.JSON,
                        caller -> caller.answer(200, remedy(caller).look(caller.words()))),
                Endpoint.admin("POST", "/v1/remedies", Caller.JSON,
                        caller -> caller.answer(200, remedy(caller).apply(caller.words()))));
    }

    private AgentRemedy remedy(Caller caller) throws IOException {
        RemedyAsked asked = caller.sent(RemedyAsked.class);
        if (asked.kind() == null || asked.topic() == null) {
            throw Refusal.notUnderstood(400, "why.api_json");
        }
        return switch (asked.kind()) {
            case FOLDER -> {
                if (!AgentTopic.ofDelivery(asked.topic())) {
                    throw Refusal.notUnderstood(400, "why.api_json");
                }
                yield new FolderRemedy(door, AgentTopic.destination(asked.topic()));
            }
            case SPACE -> new SpaceRemedy(door.home(),
                    desk.status().activity().status() == StatusText.WAITING);
        };
    }
}
