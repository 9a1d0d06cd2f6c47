package br.com.dmbackup.agent.loop;

import static java.util.Objects.requireNonNull;

import br.com.dmbackup.agent.AgentSettings;
import br.com.dmbackup.agent.StatusWatcher;
import br.com.dmbackup.agent.status.LiveStatus;
import br.com.dmbackup.agent.status.Troubles;
import br.com.dmbackup.agent.work.Work;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.engine.ServiceStatus;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.protocol.AgentTopic;
import br.com.dmbackup.protocol.StatusText;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One minute of the agent: the manual's states, in its order. Each text stands while its work is done. While a job has
 * the home, nothing is looked at but whether the job still lives; while deliveries alone are under way, everything is
 * looked at, and the status line goes on telling of them.
 */
public final class Round implements Minute {
    private final LastGoodSettings settings;
    private final LiveStatus status;
    private final Work work;
    private final DueWork due;
    private final Consumer<Sound> taken;
    private final List<StatusWatcher> watchers;
    private final List<Look> looks;
    private final Office office;

    /** The software house, as far as the minute's states speak of it. Neither question may throw, or take long. */
    public interface Office {
        void loadClient();

        void checkVersion();
    }

    /** Something else that is looked at in each minute, between the client's data and the last backup. */
    @FunctionalInterface
    public interface Look {
        /** @param sound the settings that hold */
        void look(Sound sound, Troubles troubles);
    }

    /**
     * @param taken told of settings that hold from now on
     * @param office asked for the client's data and the version
     * @param looks what besides is looked at while the version is
     * @param watchers are shown how it stands at the end of each minute
     */
    public Round(LastGoodSettings settings, LiveStatus status, Work work, DueWork due, Consumer<Sound> taken,
            Office office, List<Look> looks, List<StatusWatcher> watchers) {
        this.settings = settings;
        this.status = status;
        this.work = work;
        this.due = due;
        this.taken = taken;
        this.office = office;
        this.looks = List.copyOf(looks);
        this.watchers = List.copyOf(watchers);
    }

    @Override
    public void pass() {
        settings.sound().ifPresent(sound -> work.watch(sound.parts().of(AgentSettings.PART)));
        if (work.homeFree()) {
            throughTheStates();
        }
        watchers.forEach(watcher -> watcher.look(status.now()));
    }

    private void throughTheStates() {
        show(StatusText.CHECKING_SERVICE);
        settings.opened().ifPresent(this::checkService);
        show(StatusText.LOADING_PARAMETERS);
        boolean changed = settings.changed();
        show(StatusText.VALIDATING_SETTINGS);
        if (changed) {
            takeSettings();
        }
        Optional<Installation> opened = settings.opened();
        if (opened.isEmpty()) {
            show(StatusText.WAITING);
            return;
        }
        Sound sound = requireNonNull(settings.sound().orElse(null));
        if (!status.topics().contains(AgentTopic.SETTINGS)) {
            show(StatusText.SETTINGS_VALIDATED);
        }
        show(StatusText.LOADING_CLIENT);
        office.loadClient();
        show(StatusText.CLIENT_LOADED);
        show(StatusText.CHECKING_VERSION);
        office.checkVersion();
        Optional<RuntimeException> defect = look(sound);
        show(StatusText.CHECKING_LAST_BACKUP);
        if (!due.start(opened.get(), sound, troubles())) {
            show(StatusText.WAITING);
        }
        if (defect.isPresent()) {
            throw defect.get();
        }
        status.mended(AgentTopic.PROGRAM);
    }

    /** What goes wrong in looking must not keep a backup from being made: it is told of afterwards. */
    private Optional<RuntimeException> look(Sound sound) {
        try {
            looks.forEach(look -> look.look(sound, troubles()));
            return Optional.empty();
        } catch (RuntimeException defect) {
            return Optional.of(defect);
        }
    }

    private void checkService(Installation here) {
        switch (here.engine().checkService()) {
            case ServiceStatus.Ready ready -> status.mended(AgentTopic.DATABASE);
            case ServiceStatus.NotReady notReady -> {
                troubles().failure(AgentTopic.DATABASE, notReady.fault());
                settings.forget();
            }
        }
    }

    private void takeSettings() {
        Optional<BackupFault> wrong = settings.take();
        status.speak(settings.words());
        wrong.ifPresentOrElse(fault -> troubles().failure(AgentTopic.SETTINGS, fault),
                () -> status.mended(AgentTopic.SETTINGS));
        if (wrong.isEmpty()) {
            settings.sound().ifPresent(taken);
        }
    }

    private Troubles troubles() {
        return new Troubles(status, settings.words());
    }

    private void show(StatusText text) {
        if (work.idle()) {
            status.status(text);
        }
    }
}
