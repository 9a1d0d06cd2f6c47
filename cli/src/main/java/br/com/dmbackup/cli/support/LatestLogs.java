package br.com.dmbackup.cli.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The newest log files of a home, as text: packed ones are unpacked, so that they can be scrubbed.
 *
 * @param folder where they stand
 */
record LatestLogs(Path folder) {
    private static final int LARGEST_BYTES = 5 << 20;
    private static final int MOST_BYTES = 20 << 20;

    /** Newest first, until there are enough; of a file that is too large its end. */
    void each(BiConsumer<String, String> log) {
        int taken = 0;
        for (Path file : newestFirst()) {
            if (taken >= MOST_BYTES) {
                return;
            }
            try {
                byte[] end = end(file);
                taken += end.length;
                log.accept(String.valueOf(file.getFileName()).replaceFirst("\\.gz$", ""),
                        new String(end, StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                log.accept(file.getFileName() + ".txt", "?\n");
            }
        }
    }

    private List<Path> newestFirst() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> file.toString().matches(".*\\.log(\\.gz)?"))
                    .filter(file -> OwnNames.all(file.getFileName()))
                    .sorted(Comparator.comparing(LatestLogs::changed).reversed()).toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    private static byte[] end(Path file) throws IOException {
        byte[] bytes = plain(file);
        return bytes.length <= LARGEST_BYTES
                ? bytes
                : java.util.Arrays.copyOfRange(bytes, bytes.length - LARGEST_BYTES, bytes.length);
    }

    private static byte[] plain(Path file) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            try (InputStream in = Files.newInputStream(file)) {
                in.skipNBytes(Math.max(0, Files.size(file) - LARGEST_BYTES));
                return in.readAllBytes();
            }
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            return in.readNBytes(MOST_BYTES);
        }
    }
}
