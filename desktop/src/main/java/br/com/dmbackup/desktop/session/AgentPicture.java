package br.com.dmbackup.desktop.session;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.protocol.api.AgentStatus;
import java.util.Optional;

/**
 * What is known of the agent.
 *
 * @param answers whether it answers now
 * @param status how it stood last; none as long as none was ever seen
 * @param why it does not answer; none while it does, and before it was looked for
 */
public record AgentPicture(boolean answers, Optional<AgentStatus> status, Optional<AgentFault> why) {
    static final AgentPicture UNKNOWN = new AgentPicture(false, Optional.empty(), Optional.empty());

    static AgentPicture of(AgentStatus status) {
        return new AgentPicture(true, Optional.of(status), Optional.empty());
    }

    /** The same picture as long as it is away for the same reason. */
    AgentPicture gone(AgentFault fault) {
        boolean known = !answers && why.filter(before -> before.code() == fault.code()).isPresent();
        return known ? this : new AgentPicture(false, status, Optional.of(fault));
    }

    /** Whether it was looked for already. */
    public boolean looked() {
        return answers || why.isPresent();
    }

    /** The same as one sign. */
    public Tone tone() {
        return now().map(status -> switch (status.light()) {
            case OK -> Tone.OK;
            case WORKING -> Tone.WORKING;
            case ATTENTION -> Tone.ATTENTION;
            case FAILURE -> Tone.FAILURE;
        }).orElse(Tone.ABSENT);
    }

    /** How it stands now; none while it does not answer. */
    public Optional<AgentStatus> now() {
        return answers ? status : Optional.empty();
    }
}
