package br.com.dmbackup.core.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.destination.DestinationFactory;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.EngineFactory;
import br.com.dmbackup.core.installation.SettingsReader.Reading;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.installation.SettingsReader.Unsound;
import br.com.dmbackup.core.settings.SettingsSection;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
    @TempDir
    Path home;

    private final List<Path> paths = new ArrayList<>();

    @Test
    void handsEachSectionToTheOneWhoseKindItNames() throws IOException {
        Sound sound = (Sound) read("""
                [database]
                engine = "sqlite"
                path = "loja.db"
                [[destination]]
                name = "terminal"
                kind = "folder"
                path = "/mnt/MCBkp"
                """);
        assertThat(paths).containsExactly(home.resolve("loja.db"), Path.of("/mnt/MCBkp"));
        assertThat(sound.settings().database().name()).isEqualTo("MCDados");
        assertThat(sound.destinations()).hasSize(1);
    }

    @Test
    void tellsTheProblemsOfAllSectionsTogetherAndBuildsNothing() throws IOException {
        Reading reading = read("""
                [database]
                engine = "sqlite"
                [[destination]]
                name = "terminal"
                kind = "folder"
                path = 7
                pth = "x"
                """);
        BackupFault fault = assertThat(reading).asInstanceOf(type(Unsound.class)).actual()
                .fault(Messages.in(Language.PT_BR));
        assertThat(fault.details()).containsExactly("linha 1, coluna 1, database.path: falta preencher",
                "linha 6, coluna 1, destination.path: deve ser um texto entre aspas",
                "linha 7, coluna 1, destination.pth: esta opção não existe");
        assertThat(fault.arguments()).contains(3);
    }

    @Test
    void anUnknownEngineIsTheOnlyProblemOfItsSection() throws IOException {
        Unsound unsound = (Unsound) read("[database]\nengine = \"dbase\"\npath = \"x\"\n");
        assertThat(unsound.problems()).hasSize(1);
        assertThat(unsound.problems().getFirst().messageKey()).isEqualTo("settings.choice");
    }

    private Reading read(String text) throws IOException {
        Path file = Files.writeString(home.resolve("dmbackup.toml"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return new SettingsReader(List.of(new NotedEngine()), List.of(new NotedDestination()), List.of(),
                Checkpoint.NONE)
                .read(file, home);
    }

    private static AssertionError built() {
        return new AssertionError("nothing is built while reading");
    }

    private final class NotedEngine implements EngineFactory {
        @Override
        public String kind() {
            return "sqlite";
        }

        @Override
        public Function<Clock, DatabaseEngine> configure(SettingsSection database, String name, Checkpoint checkpoint) {
            paths.add(database.path("path"));
            return clock -> {
                throw built();
            };
        }
    }

    private final class NotedDestination implements DestinationFactory {
        @Override
        public String kind() {
            return "folder";
        }

        @Override
        public Function<Clock, Destination> configure(SettingsSection destination, String name, Checkpoint checkpoint) {
            paths.add(destination.path("path"));
            return clock -> {
                throw built();
            };
        }
    }
}
