package br.com.dmbackup.cli;

import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.installation.HomeLock;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import java.util.Optional;

/**
 * A home folder opened for one command, with its lock when the command changes something.
 *
 * @param here what the verbs of the core work on
 */
public record OpenHome(Installation here, Optional<HomeLock> lock) implements AutoCloseable {

    /**
     * Opens it to change something.
     *
     * @param verb the command's name, told to whoever finds the lock taken
     */
    public static OpenHome toChange(Session session, String verb) {
        Composition composition = new Composition(session);
        Sound sound = composition.settings();
        new Home(session.home()).prepare();
        HomeLock lock = HomeLock.acquire(new Home(session.home()), verb, session.surroundings().clock());
        try {
            return new OpenHome(composition.open(sound), Optional.of(lock));
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    /** Opens it to look: works beside a run. */
    public static OpenHome toLook(Session session) {
        Composition composition = new Composition(session);
        return new OpenHome(composition.open(composition.settings()), Optional.empty());
    }

    @Override
    public void close() {
        here.close();
        lock.ifPresent(HomeLock::close);
    }
}
