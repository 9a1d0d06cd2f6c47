package br.com.dmbackup.agent.hub;

import br.com.dmbackup.agent.HomeDoor;
import br.com.dmbackup.agent.StatusWatcher;
import br.com.dmbackup.agent.loop.Round;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.protocol.api.AgentStatus;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Consumer;

/** All that an agent has to do with a hub; nothing at all where the store is not enrolled. */
public final class HubDesk implements Round.Office, StatusWatcher, AutoCloseable {
    private final HomeDoor door;
    private final Reports reports = new Reports(new SecureRandom());
    private final ReportQueue queue;
    private final HubPost post;
    private final HubNews clientNews;
    private final HubNews versionNews;
    private final ClientRefresh refresh;
    private volatile Optional<HubAccess> access = Optional.empty();
    private volatile String engine = "";
    private final Consumer<Optional<String>> newer;

    /**
     * @param waiting where reports wait for a hub that is away
     * @param newer told of the version that the software house wants here, where it is a newer one
     */
    public HubDesk(HomeDoor door, MonotonicSource monotonic, Path waiting, Consumer<Optional<String>> newer) {
        this.newer = newer;
        this.door = door;
        this.queue = new ReportQueue(waiting);
        this.post = new HubPost(queue, monotonic);
        this.clientNews = new HubNews("client data", monotonic);
        this.versionNews = new HubNews("version", monotonic);
        this.refresh = new ClientRefresh(door);
        post.start();
    }

    /** The settings are these now. */
    public void settings(Sound sound) {
        engine = sound.settings().database().engine();
        access = HubAccess.of(sound);
        post.access(access);
        if (access.isEmpty()) {
            newer.accept(Optional.empty());
        }
    }

    /** Asks for the client's data, if it is time, and takes over what changed there. */
    @Override
    public void loadClient() {
        clientNews.ask(access, to -> refresh.take(HubClient.client(to, HubNews.PATIENCE)));
    }

    /** Asks for the version, if it is time. */
    @Override
    public void checkVersion() {
        versionNews.ask(access, to -> {
            String named = HubClient.version(to, HubNews.PATIENCE);
            newer.accept(Versions.newer(named, door.programVersion()) ? Optional.of(named) : Optional.empty());
        });
    }

    @Override
    public void look(AgentStatus now) {
        if (access.isPresent()) {
            queue.add(reports.of(now, engine, door.clock().instant(), false));
            post.call();
        }
    }

    @Override
    public void goodbye(AgentStatus last, boolean ends) {
        if (access.isEmpty()) {
            return;
        }
        queue.add(reports.of(last, engine, door.clock().instant(), true));
        try {
            post.farewell();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        queue.keep();
    }

    @Override
    public void close() {
        post.close();
        queue.keep();
    }
}
