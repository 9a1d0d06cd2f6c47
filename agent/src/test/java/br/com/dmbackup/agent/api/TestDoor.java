package br.com.dmbackup.agent.api;

import br.com.dmbackup.agent.HomeDoor;
import br.com.dmbackup.agent.notify.Setup;
import br.com.dmbackup.agent.registry.RegistrySettings;
import br.com.dmbackup.core.backup.BackupFault;
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
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.PairingReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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
    public List<String> engines() {
        return List.of("test", "sqlite", "sqlserver");
    }

    @Override
    public void mark(String destination, Path folder) {
        try {
            Files.writeString(folder.resolve("marca.txt"), destination);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public PairingReport pair(String code, Optional<String> address) {
        if (!code.equals("123-456")) {
            throw BackupFault.of(FaultCode.PAIRING_CODE_WRONG);
        }
        return new PairingReport("terminal", "CAIXA2", address.orElse("192.168.0.20:24877"), Optional.of("chave"));
    }

    @Override
    public Installation open(Sound settings) {
        throw new AssertionError("the API opens no home");
    }

    private static SettingsReader reader() {
        return new SettingsReader(List.of(new Engine()), List.of(new Place()),
                Stream.concat(Setup.PARTS.stream(), Stream.of(RegistrySettings.PART)).toList(),
                Checkpoint.NONE);
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
                throw BackupFault.of(FaultCode.DATABASE_MISSING, "loja.db");
            };
        }
    }

    private static final class Place implements DestinationFactory {
        @Override
        public String kind() {
            return "folder";
        }

        @Override
        public Function<Clock, Destination> configure(SettingsSection section, String name, Checkpoint checkpoint) {
            section.text("path");
            return clock -> {
                throw new AssertionError("nothing is built");
            };
        }
    }
}
