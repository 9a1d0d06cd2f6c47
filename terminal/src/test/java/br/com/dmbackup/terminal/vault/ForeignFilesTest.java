package br.com.dmbackup.terminal.vault;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.terminal.vault.VaultArchive.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What another program left in {@code MCBkp} is seen, shown, and never lost. */
class ForeignFilesTest {
    private static void zip(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file); var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("MCDados.bak"));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void isPutAsideWholeAndStaysForEver() throws IOException {
        Path folder = TestMachine.memoryFolder();
        var machine = new TestMachine(folder);
        try {
            zip(machine.root().resolve("09h/MCDados.zip"), "an older program's nine o'clock");
            zip(machine.root().resolve("10h/MCDados.zip"), "an older program's ten o'clock");
            zip(machine.root().resolve("MCDados.zip"), "an older program's newest");
            Files.writeString(machine.root().resolve("09h/leia-me.txt"), "not ours");
            List<byte[]> before = contents(machine.root());
            machine.store();
            machine.restart();
            assertThat(machine.store().list()).extracting(VaultArchive::kind).containsOnly(Kind.ADOPTED).hasSize(3);

            var server = new TillServer(3);
            for (int hours = 0; hours < 24 * 6; hours++) {
                machine.run(Duration.ofHours(1));
                server.sell();
                TillServer.committed(machine.store(), server.backup(machine.wall));
            }
            assertThat(contents(machine.root())).containsAll(before);
            assertThat(machine.root().resolve("09h/leia-me.txt")).hasContent("not ours");
            assertThat(machine.store().list()).filteredOn(archive -> archive.kind() == Kind.ADOPTED).hasSize(3)
                    .allMatch(archive -> archive.name().value().startsWith("adotado/"));
            assertThat(machine.wasTold(FaultCode.TERMINAL_FOREIGN_FILE)).isTrue();
        } finally {
            machine.close();
            TestMachine.delete(folder);
        }
    }

    /** Of every ZIP in the folder. */
    private static List<byte[]> contents(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".zip")).map(file -> {
                try {
                    return Files.readAllBytes(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }).toList();
        }
    }
}
