package br.com.dmbackup.agent.api;

import br.com.dmbackup.agent.HomeDoor;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.destination.DestinationFactory;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.EngineFactory;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.SettingsReader;
import br.com.dmbackup.core.installation.SettingsReader.Reading;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.core.settings.SettingsSection;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** A home whose settings are really read, with one engine that has a password and one kind of destination. */
record TestDoor(Home home) implements HomeDoor {
    @Override
    public String programVersion() {
        return "test";
    }

    @Override
    public InstantSource clock() {
        return InstantSource.fixed(FakeDesk.MOMENT);
    }

    @Override
    public Reading read() {
        return reader().read(home.settingsFile(), home.root());
    }

    @Override
    public Reading proposed(String settings) {
        return reader().read(SettingsFile.parse(settings), home.settingsFile(), home.root());
    }

    @Override
    public Installation open(Sound settings) {
        throw new AssertionError("the API opens no home");
    }

    private static SettingsReader reader() {
        return new SettingsReader(List.of(new Engine()), List.of(new Place()), List.of(), Checkpoint.NONE);
    }

    private static final class Engine implements EngineFactory {
        @Override
        public String kind() {
            return "test";
        }

        @Override
        public Function<Clock, DatabaseEngine> configure(SettingsSection section, String name,
                Checkpoint checkpoint) {
            section.text("path");
            section.optionalText("programs");
            section.optionalSecret("password");
            return clock -> {
                throw new AssertionError("nothing is built");
            };
        }
    }

    private static final class Place implements DestinationFactory {
        @Override
        public String kind() {
            return "folder";
        }

        @Override
        public Supplier<Destination> configure(SettingsSection section, String name, Checkpoint checkpoint) {
            section.text("path");
            return () -> {
                throw new AssertionError("nothing is built");
            };
        }
    }
}
