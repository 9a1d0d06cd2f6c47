package br.com.dmbackup.desktop.session;

import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.desktop.wording.Faults;
import br.com.dmbackup.desktop.work.Background;
import br.com.dmbackup.protocol.api.AgentStatus;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a window works with.
 *
 * @param agent the agent and how it stands
 * @param slots the slots, renewed by themselves
 * @param admin for what only an administrator may
 * @param texts the words
 * @param work the way off the thread that draws
 * @param faults tells failures
 * @param preferences what this person has set
 * @param appearance light or dark
 * @param clock this machine's
 */
public record DesktopContext(AgentSession agent, SlotsSession slots, AdminDoor admin, Texts texts, Background work,
        Faults faults,
        Preferences preferences, Appearance appearance, Clock clock) {
    /** The store's time zone; this machine's as long as the agent has not told. */
    public ZoneId zone() {
        try {
            return agent.picture().status().map(AgentStatus::zone).filter(zone -> !zone.isEmpty()).map(ZoneId::of)
                    .orElse(clock.getZone());
        } catch (DateTimeException unknownHere) {
            return clock.getZone();
        }
    }

    /** Such as {@code hoje às 09:30}, in the store's zone. */
    public String moment(Instant at) {
        return texts.moment(at, clock.instant(), zone());
    }
}
