package br.com.dmbackup.agent.life;

import br.com.dmbackup.agent.StatusWatcher;

import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.LastBackup;
import br.com.dmbackup.protocol.api.LastDrill;
import java.util.Optional;

/**
 * Gives the memory of a finished backup or drill back to the machine. The Java VM would keep it for the next one, and the
 * till would have to do without it for an hour.
 */
public final class MemoryGivenBack implements StatusWatcher {
    private Optional<LastBackup> backup = Optional.empty();
    private Optional<LastDrill> drill = Optional.empty();

    @Override
    public void look(AgentStatus now) {
        if (!now.lastBackup().equals(backup) || !now.lastDrill().equals(drill)) {
            backup = now.lastBackup();
            drill = now.lastDrill();
            System.gc();
        }
    }

    @Override
    public void goodbye(AgentStatus last, boolean ends) {
        // The whole process is given back.
    }
}
