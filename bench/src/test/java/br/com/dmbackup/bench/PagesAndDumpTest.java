package br.com.dmbackup.bench;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.bench.data.BenchData;
import br.com.dmbackup.bench.data.ThrowAwayPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PagesAndDumpTest {
    private Path folder;

    @BeforeEach
    void makeAFolderThatTheServersUserMayEnter() throws Exception {
        folder = Files.createTempDirectory("dmbackup-bench");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void remove() throws Exception {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void makesAnHourOfAStoreAsPagesAndAsADump() throws Exception {
        Needs.that(ThrowAwayPostgres.programs().isPresent(), "no PostgreSQL server is installed");
        BenchData.main(new String[]{folder.toString(), "16000000"});
        byte[] before = Files.readAllBytes(folder.resolve("hour0.pages"));
        byte[] after = Files.readAllBytes(folder.resolve("hour1.pages"));
        assertThat(before.length).isBetween(13_000_000, 30_000_000);
        assertThat(before.length % 8192).isZero();
        assertThat(after.length).isGreaterThanOrEqualTo(before.length);
        assertThat(changedPages(before, after)).isBetween(3, before.length / 8192 / 3);
        assertThat(Files.readString(folder.resolve("hour0.dump"), java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith("PGDMP").contains("<xNome>");
        assertThat(Files.size(folder.resolve("hour1.dump"))).isGreaterThan(Files.size(folder.resolve("hour0.dump")));
        assertThat(folder.resolve("cluster")).doesNotExist();
    }

    private static int changedPages(byte[] before, byte[] after) {
        int changed = 0;
        for (int at = 0; at < before.length; at += 8192) {
            changed += java.util.Arrays.equals(before, at, at + 8192, after, at, at + 8192) ? 0 : 1;
        }
        return changed;
    }
}
