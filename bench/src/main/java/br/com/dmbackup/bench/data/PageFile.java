package br.com.dmbackup.bench.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All relation files of a database one after the other, in pages of 8 KiB: what SQL Server's {@code .bak} looks like. */
final class PageFile {
    static final int PAGE_BYTES = 8192;

    /** Relation number, fork ({@code _fsm}, {@code _vm}), segment: as PostgreSQL names its files. */
    private static final Pattern RELATION = Pattern.compile("(\\d+)(_\\w+)?(?:\\.(\\d+))?");

    private PageFile() {}

    static void write(Path relationFiles, Path target) throws IOException {
        try (FileChannel out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (Path file : inOrder(relationFiles)) {
                try (FileChannel in = FileChannel.open(file)) {
                    if (in.size() % PAGE_BYTES != 0) {
                        throw new IOException(file + " is not made of pages");
                    }
                    for (long done = 0; done < in.size();) {
                        done += in.transferTo(done, in.size() - done, out);
                    }
                }
            }
        }
    }

    private static List<Path> inOrder(Path relationFiles) throws IOException {
        record Relation(long number, String fork, int segment, Path file) {}
        try (Stream<Path> files = Files.list(relationFiles)) {
            return files.map(file -> {
                Matcher name = RELATION.matcher(file.getFileName().toString());
                return name.matches()
                        ? new Relation(Long.parseLong(name.group(1)), name.group(2) == null ? "" : name.group(2),
                                name.group(3) == null ? 0 : Integer.parseInt(name.group(3)), file)
                        : null;
            }).filter(java.util.Objects::nonNull).sorted(Comparator.comparingLong(Relation::number)
                    .thenComparing(Relation::fork).thenComparingInt(Relation::segment)).map(Relation::file).toList();
        }
    }
}
