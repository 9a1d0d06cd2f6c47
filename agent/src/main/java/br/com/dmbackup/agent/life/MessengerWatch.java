package br.com.dmbackup.agent.life;

import br.com.dmbackup.agent.AgentFiles;
import br.com.dmbackup.agent.StatusWatcher;

import br.com.dmbackup.agent.notify.Messenger;
import br.com.dmbackup.agent.notify.Setup;
import br.com.dmbackup.agent.status.LiveStatus;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.protocol.api.AgentStatus;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The messenger, from the first sound settings on: before them nobody knows whom to tell. */
final class MessengerWatch implements StatusWatcher, AutoCloseable {
    private final AgentFiles files;
    private final LiveStatus live;
    private final InstantSource clock;
    private volatile @Nullable Messenger messenger;

    MessengerWatch(AgentFiles files, LiveStatus live, InstantSource clock) {
        this.files = files;
        this.live = live;
        this.clock = clock;
    }

    /** The settings are these now. */
    void settings(Sound sound) {
        Messenger known = messenger;
        if (known == null) {
            messenger = new Messenger(files, live, clock, Setup.of(sound));
        } else {
            known.settings(Setup.of(sound));
        }
    }

    @Override
    public void look(AgentStatus now) {
        Messenger known = messenger;
        if (known != null) {
            known.look(now);
        }
    }

    @Override
    public void goodbye(AgentStatus last, boolean ends) {
        Messenger known = messenger;
        if (known != null) {
            known.goodbye(last, ends);
        }
    }

    @Override
    public void close() {
        Messenger known = messenger;
        if (known != null) {
            known.close();
        }
    }
}
