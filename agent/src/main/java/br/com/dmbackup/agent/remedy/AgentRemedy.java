package br.com.dmbackup.agent.remedy;

import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.RemedyReport;

/** Something that the agent can do about a trouble. */
public interface AgentRemedy {
    /** What it would do; changes nothing. */
    RemedyReport look(Messages words);

    /**
     * Does it, and looks whether it helped.
     *
     * @throws br.com.dmbackup.core.backup.BackupFault when it cannot be done
     */
    RemedyReport apply(Messages words);
}
