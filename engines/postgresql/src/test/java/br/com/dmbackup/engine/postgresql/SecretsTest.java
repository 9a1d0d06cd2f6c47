package br.com.dmbackup.engine.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where the password is while the tools run, and where it is not. */
class SecretsTest {
    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "reads /proc")
    void thePasswordIsNeitherAmongTheArgumentsNorInTheEnvironment() throws IOException {
        try (PostgresScene scene = new PostgresScene(folder)) {
            try (SnapshotDump dump = scene.begunDump()) {
                for (long child : dump.processIds()) {
                    for (String list : List.of("cmdline", "environ")) {
                        String text = Files.readString(Path.of("/proc/" + child, list), StandardCharsets.ISO_8859_1);
                        assertThat(text).isNotEmpty().doesNotContain("se:nha").doesNotContain("PGPASSWORD")
                                .doesNotContain("nha");
                    }
                }
                Path pass = file(scene.staging, "pass");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pass))).isEqualTo("rw-------");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pass.getParent())))
                        .isEqualTo("rwx------");
            }
            assertThat(scene.staging).isEmptyDirectory();
        }
    }

    @Test
    void escapesWhatThePasswordFileGivesAMeaning() {
        PostgresServer server = new PostgresServer("::1", 5432, "a\\b:c",
                Optional.of(new Secret("p:q\\r".toCharArray())), "prefer", Optional.empty());
        assertThat(ToolAccess.passLine(server)).isEqualTo("\\:\\:1:5432:*:a\\\\b\\:c:p\\:q\\\\r\n");
    }

    @Test
    void noVariableOfOursLeadsAToolElsewhere() {
        assertThat(ToolAccess.local(List.of("env")).withheld()).contains("PG", "LC_ALL");
    }

    private static Path file(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }
}
