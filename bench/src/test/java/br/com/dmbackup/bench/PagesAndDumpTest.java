package br.com.dmbackup.bench;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.bench.data.BenchData;
import br.com.dmbackup.bench.data.ThrowAwayPostgres;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PagesAndDumpTest {
    private static final int PAGE = 8192;

    private Path folder;

    @BeforeEach
    void makeAFolderThatTheServersUserMayEnter() throws Exception {
        folder = Files.createTempDirectory("dmbackup-bench");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void remove() throws Exception {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
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
        assertThat(before.length % PAGE).isZero();
        assertThat(after.length).isGreaterThanOrEqualTo(before.length);
        assertThat(newPages(before, after)).isBetween(3L, before.length / PAGE / 3L);
        assertThat(Files.readString(folder.resolve("hour0.dump"), StandardCharsets.ISO_8859_1))
                .startsWith("PGDMP").contains("<xNome>");
        assertThat(Files.size(folder.resolve("hour1.dump"))).isGreaterThan(Files.size(folder.resolve("hour0.dump")));
        assertThat(folder.resolve("cluster")).doesNotExist();
    }

    /** Pages that did not stand anywhere before: a relation that grows moves those of the next ones. */
    private static long newPages(byte[] before, byte[] after) {
        Set<ByteBuffer> known = new HashSet<>(pages(before));
        return pages(after).stream().filter(page -> !known.contains(page)).count();
    }

    private static List<ByteBuffer> pages(byte[] bytes) {
        return IntStream.range(0, bytes.length / PAGE).mapToObj(page -> ByteBuffer.wrap(bytes, page * PAGE, PAGE))
                .toList();
    }
}
