package br.com.dmbackup.agent.notify;

import br.com.dmbackup.protocol.AgentTopic;
import br.com.dmbackup.protocol.api.AgentStatus;
import java.time.Duration;
import java.time.Instant;

/**
 * What the picture says about whether a trouble is mended, besides that it is not seen. An agent that has just started
 * sees no trouble at all before it has tried: of what it tries seldom it wants a positive sign.
 */
enum Evidence {
    /** There is a sign that it is mended. */
    FOR,
    /** The sign that it would give is not there. */
    AGAINST,
    /** It gives no sign. */
    NONE;

    /** After this long without a trouble it is mended even against the evidence. */
    static final Duration WITHOUT = Duration.ofHours(26);

    static Evidence of(Told told, AgentStatus status) {
        Instant since = told.item().since();
        String topic = told.topic();
        if (topic.equals(AgentTopic.BACKUP) || topic.equals(AgentTopic.SILENCE)) {
            return sign(Watchman.lastBackup(status).filter(last -> !last.isBefore(since)).isPresent()
                    || topic.equals(AgentTopic.SILENCE));
        }
        if (topic.equals(AgentTopic.DRILL)) {
            return sign(status.lastDrill().filter(last -> last.passed() && !last.at().isBefore(since)).isPresent());
        }
        if (AgentTopic.ofDelivery(topic)) {
            String place = AgentTopic.destination(topic);
            return sign(status.places().stream().noneMatch(each -> each.name().equals(place) && each.owed() > 0));
        }
        return NONE;
    }

    private static Evidence sign(boolean there) {
        return there ? FOR : AGAINST;
    }
}
