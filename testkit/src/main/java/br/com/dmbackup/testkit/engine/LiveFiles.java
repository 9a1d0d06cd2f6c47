package br.com.dmbackup.testkit.engine;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What live databases that are files have in common. */
public final class LiveFiles {
    private static final byte NOISE = 0x5a;

    private LiveFiles() {}

    /** Everything that stands in a folder, by full names. */
    public static NavigableSet<String> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            NavigableSet<String> names = new TreeSet<>();
            files.map(Path::toString).forEach(names::add);
            return names;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Writes noise over a part of a file. */
    public static void overwrite(Path file, long from, int bytes) {
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.seek(from);
            byte[] noise = new byte[bytes];
            Arrays.fill(noise, NOISE);
            raw.write(noise);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What a restore beside this file left whose process died; its full name. */
    public static String leaveLeftover(Path live) {
        Path scratch = live.resolveSibling(
                live.getFileName() + ".dmbackup-restauro-999999999-1-0192aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee");
        try {
            Files.writeString(scratch, "meio banco");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return scratch.toString();
    }
}
