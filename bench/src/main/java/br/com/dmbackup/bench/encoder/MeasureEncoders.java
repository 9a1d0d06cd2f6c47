package br.com.dmbackup.bench.encoder;

import br.com.dmbackup.core.archive.block.Chunker;
import br.com.dmbackup.core.archive.block.FastCdc;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Prints a Markdown table: ways of cutting, block sizes, zlib's levels and our own deflate, against {@code zip -6}, with what an hour's
 * sales leave to be compressed again.
 */
public final class MeasureEncoders {
    private static final List<Integer> ALL_LEVELS = List.of(Pass.OWN, 1, 4, 5, 6, 9);
    /** One line of the index. */
    private static final int LINE_BYTES = 64;

    private final Path before;
    private final Path after;
    private final String name;
    private final long zipBytes;

    private MeasureEncoders(Path before, Path after, String name) throws IOException {
        this.before = before;
        this.after = after;
        this.name = name;
        this.zipBytes = zipBytes(before);
    }

    private record Cutting(String name, IntFunction<Chunker> chunker) {}

    /**
     * Arguments: the folder that {@code BenchData} filled; block sizes in KiB, joined by commas; levels for every size
     * (0 is our own deflate); the size that is measured at all levels.
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        List<Integer> sizes = numbers(arguments[1]);
        List<Integer> levels = numbers(arguments[2]);
        int everyLevel = Integer.parseInt(arguments[3]);
        say("| data | cut | KiB | deflate | blocks | size / zip -6 | deflate CPU s | hit rate of blocks | of bytes "
                + "| an hour's new MB | encoded MB |");
        say("|---|---|---|---|---|---|---|---|---|---|---|");
        for (String kind : List.of("pages", "dump")) {
            var data = new MeasureEncoders(folder.resolve("hour0." + kind), folder.resolve("hour1." + kind), kind);
            for (Cutting cutting : List.of(
                    new Cutting("content", bytes -> FastCdc.ofAverage(Integer.numberOfTrailingZeros(bytes))),
                    new Cutting("page", PageChunker::new))) {
                for (int size : sizes) {
                    boolean every = size == everyLevel && cutting.name().equals("content");
                    data.measure(cutting, size, every ? ALL_LEVELS : levels);
                }
            }
        }
    }

    private void measure(Cutting cutting, int size, List<Integer> levels) throws IOException, InterruptedException {
        Chunker chunker = cutting.chunker().apply(size << 10);
        for (int level : levels) {
            Passed first = Pass.over(before, chunker, level, Set.of());
            Passed hour = Pass.over(after, chunker, level, first.hashes());
            say(String.format(Locale.ROOT, "| %s | %s | %d | %s | %d | %.3f | %.1f | %.1f %% | %.1f %% | %.1f | %.1f |",
                    name,
                    cutting.name(), size, level == Pass.OWN ? "own" : "zlib " + level, first.blocks(),
                    (first.encodedBytes() + first.blocks() * LINE_BYTES) / (double) zipBytes, first.deflateSeconds(),
                    100.0 * (hour.blocks() - hour.newBlocks()) / hour.blocks(),
                    100.0 * (hour.bytes() - hour.newBytes()) / hour.bytes(), hour.newBytes() / 1e6,
                    hour.encodedBytes() / 1e6));
        }
    }

    private static long zipBytes(Path file) throws IOException {
        Process zip = new ProcessBuilder("zip", "-6", "-q", "-j", "-", file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (InputStream out = zip.getInputStream()) {
            return out.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static List<Integer> numbers(String joined) {
        List<Integer> numbers = new ArrayList<>();
        for (String number : joined.split(",", -1)) {
            numbers.add(Integer.valueOf(number));
        }
        return numbers;
    }

    @SuppressWarnings("SystemOut")
    private static void say(String line) {
        System.out.println(line);
    }
}
