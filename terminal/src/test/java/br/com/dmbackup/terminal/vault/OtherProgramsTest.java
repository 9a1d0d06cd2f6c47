package br.com.dmbackup.terminal.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this terminal puts together is an ordinary ZIP. */
class OtherProgramsTest {
    private TestMachine machine;
    private Backup backup;

    @BeforeEach
    void placed() throws IOException {
        machine = new TestMachine(TestMachine.memoryFolder());
        var server = new TillServer(9);
        backup = server.backup(machine.wall);
        for (int hours = 0; hours < 30; hours++) {
            machine.run(Duration.ofHours(1));
            server.sell();
            backup = server.backup(machine.wall);
            TillServer.committed(machine.store(), backup);
        }
    }

    @AfterEach
    void close() throws IOException {
        machine.close();
        TestMachine.delete(machine.folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unzip -o -q MCDados.zip MCDados.bak", "7z x -y MCDados.zip MCDados.bak",
            "python3 -m zipfile -e MCDados.zip ."})
    void opensInProgramsOfOthers(String command) throws IOException, InterruptedException {
        require(command.split(" ", 2)[0]);
        Path out = Files.createDirectories(machine.folder.resolve("out"));
        for (FoundArchive archive : List.of(FoundArchive.at(machine.root().resolve("MCDados.zip")),
                FoundArchive.at(machine.root().resolve(backup.name().value())))) {
            Files.copy(archive.file(), out.resolve("MCDados.zip"), StandardCopyOption.REPLACE_EXISTING);
            Path said = out.resolve("said.txt");
            Process program = new ProcessBuilder(command.split(" ")).directory(out.toFile()).redirectErrorStream(true)
                    .redirectOutput(said.toFile()).start();
            assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).as(Files.readString(said)).isZero();
            assertThat(out.resolve("MCDados.bak")).hasBinaryContent(backup.dump());
            Files.delete(out.resolve("MCDados.bak"));
        }
    }

    private static void require(String program) {
        boolean there = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!there && "true".equals(System.getenv("CI"))) {
            fail(program + " is not installed");
        }
        Assumptions.assumeTrue(there, program + " is not installed");
    }
}
