package br.com.dmbackup.cli.agent;

import br.com.dmbackup.agent.AgentDesk;
import br.com.dmbackup.agent.HomeDoor;
import br.com.dmbackup.agent.StatusWatcher;
import br.com.dmbackup.agent.api.LocalApi;
import br.com.dmbackup.agent.loop.Round;
import br.com.dmbackup.agent.status.Troubles;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.protocol.AgentTopic;
import br.com.dmbackup.protocol.api.AgentStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent's ear. Where it cannot be opened, as on a full disk, the backups go on without it; it is tried again in each
 * minute, and told as a trouble until it is open.
 */
final class OpenApi implements Round.Look, StatusWatcher, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenApi.class);

    private final HomeDoor door;
    private final MonotonicSource monotonic;
    private @Nullable AgentDesk desk;
    private @Nullable LocalApi api;
    private Optional<BackupFault> fault = Optional.empty();
    private boolean closed;

    OpenApi(HomeDoor door, MonotonicSource monotonic) {
        this.door = door;
        this.monotonic = monotonic;
    }

    /** Opens it, now or later. */
    synchronized void open(AgentDesk answering) {
        desk = answering;
        tryAgain();
    }

    /** Why it is not open; none where it is. */
    synchronized Optional<BackupFault> fault() {
        return fault;
    }

    @Override
    public void look(Sound sound, Troubles troubles) {
        fault().ifPresentOrElse(why -> troubles.attention(AgentTopic.API, why),
                () -> troubles.mended(AgentTopic.API));
    }

    @Override
    public void look(AgentStatus now) {
        tryAgain();
    }

    @Override
    public void goodbye(AgentStatus last, boolean ends) {
        // Whoever asks still gets an answer.
    }

    synchronized void tryAgain() {
        AgentDesk answering = desk;
        if (answering == null || api != null || closed) {
            return;
        }
        try {
            LocalApi open = LocalApi.open(answering, door, monotonic);
            api = open;
            fault = Optional.empty();
            LOG.info("the local API listens on port {}", open.address().port());
        } catch (BackupFault refused) {
            if (fault.isEmpty()) {
                LOG.warn("the local API cannot be opened yet: {} {}", refused.code(), refused.getMessage());
            }
            fault = Optional.of(refused);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        LocalApi open = api;
        if (open != null) {
            open.close();
        }
    }
}
