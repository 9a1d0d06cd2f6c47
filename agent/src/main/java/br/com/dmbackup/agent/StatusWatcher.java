package br.com.dmbackup.agent;

import br.com.dmbackup.protocol.api.AgentStatus;

/**
 * Somebody who follows how the store stands, such as whoever sends messages to people. Called by the agent's working
 * thread, which must not be held up: what takes time is done elsewhere.
 */
public interface StatusWatcher {
    /** Once a minute, and whenever a run has ended. */
    void look(AgentStatus now);

    /**
     * In good order the agent is ending, or the machine is going to sleep. May take five seconds at most.
     *
     * @param ends whether the agent ends: because the machine is switched off, or because somebody closed it
     */
    void goodbye(AgentStatus last, boolean ends);
}
