package br.com.dmbackup.agent.notify;

import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.Trouble;

/** The picture of the store that everybody sees. */
interface Lights {
    AgentStatus now();

    void trouble(Trouble trouble);

    void mended(String topic);
}
