package br.com.dmbackup.cli;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.installation.HomeLock;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.installation.Turn;
import br.com.dmbackup.protocol.FaultCode;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
        return toChange(session, verb, sound -> sound);
    }

    /**
     * The same with other settings for this one command.
     *
     * @param change makes them of those in the home
     */
    public static OpenHome toChange(Session session, String verb, UnaryOperator<Sound> change) {
        Composition composition = new Composition(session);
        Sound sound = change.apply(composition.settings());
        new Home(session.home()).prepare();
        HomeLock lock = HomeLock.acquire(new Home(session.home()), verb, storeClock(session, sound));
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

    /**
     * Opens it to deliver, which needs no lock of the home: clears up first, unless another process is at work there.
     */
    public static OpenHome toDeliver(Session session) {
        Composition composition = new Composition(session);
        Sound sound = composition.settings();
        new Home(session.home()).prepare();
        Optional<HomeLock> lock = lockUnlessTaken(session, sound);
        try {
            Installation here = composition.open(sound);
            lock.ifPresent(held -> tidied(here, session));
            return new OpenHome(here, Optional.empty());
        } finally {
            lock.ifPresent(HomeLock::close);
        }
    }

    private static void tidied(Installation here, Session session) {
        try {
            here.tidy(session.output());
        } catch (RuntimeException | Error e) {
            here.close();
            throw e;
        }
    }

    private static Optional<HomeLock> lockUnlessTaken(Session session, Sound sound) {
        try {
            return Optional
                    .of(HomeLock.acquire(new Home(session.home()), "deliver", storeClock(session, sound)));
        } catch (BackupFault fault) {
            if (fault.code() == FaultCode.ALREADY_RUNNING) {
                return Optional.empty();
            }
            throw fault;
        }
    }

    private static Clock storeClock(Session session, Sound sound) {
        return session.surroundings().clock().withZone(sound.settings().zone());
    }

    /** The home's lock, for verbs that can give it up before their end. */
    public Turn turn() {
        return lock.map(Turn.class::cast).orElse(Turn.KEPT);
    }

    @Override
    public void close() {
        here.close();
        lock.ifPresent(HomeLock::close);
    }
}
