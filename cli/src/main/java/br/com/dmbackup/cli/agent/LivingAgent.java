package br.com.dmbackup.cli.agent;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.protocol.FaultCode;
import java.util.Optional;

/** The agent of a command's home. */
public final class LivingAgent {
    private LivingAgent() {}

    /** The one that is alive, speaking the command's language; none where there is none, or none that answers us. */
    public static Optional<LocalAgent> of(Session session) {
        try {
            return LocalAgent.find(session.home()).map(agent -> agent.speaking(session.words().language()));
        } catch (AgentFault fault) {
            if (fault.code() == FaultCode.AGENT_FILES_CLOSED) {
                // Whoever may not know of it does what can be done without it.
                return Optional.empty();
            }
            throw fault;
        }
    }
}
