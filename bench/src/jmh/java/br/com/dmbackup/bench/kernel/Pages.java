package br.com.dmbackup.bench.kernel;

import br.com.dmbackup.core.archive.block.Chunker;
import br.com.dmbackup.testkit.store.PharmacyPlan;
import br.com.dmbackup.testkit.store.PharmacyStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A made-up pharmacy's pages in memory, too many for a processor's cache, and where they are cut. */
final class Pages {
    private static final long BYTES = 48_000_000;

    private Pages() {}

    static byte[] read() {
        try {
            Path folder = Files.createTempDirectory("kernels");
            try {
                return Files.readAllBytes(PharmacyStore.create(folder.resolve("store.db"),
                        PharmacyPlan.STANDARD.withBytes(BYTES)).file());
            } finally {
                try (var files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(folder);
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where blocks begin, and the end. */
    static int[] cuts(byte[] pages, Chunker chunker) {
        List<Integer> cuts = new ArrayList<>(List.of(0));
        for (int at = 0; at < pages.length;) {
            at += chunker.nextLength(pages, at, pages.length);
            cuts.add(at);
        }
        return cuts.stream().mapToInt(Integer::intValue).toArray();
    }
}
