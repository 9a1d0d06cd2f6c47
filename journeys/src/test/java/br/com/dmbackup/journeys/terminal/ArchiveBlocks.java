package br.com.dmbackup.journeys.terminal;

import br.com.dmbackup.core.archive.EncodedArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The blocks of an archive file: digest and encoded length. */
final class ArchiveBlocks {
    private ArchiveBlocks() {}

    static Map<String, Integer> of(Path file) {
        try (EncodedArchive archive = EncodedArchive.open(FileChannel.open(file), file.toString())) {
            Map<String, Integer> blocks = new LinkedHashMap<>();
            for (int number = 0; number < archive.blocks(); number++) {
                blocks.put(HexFormat.of().formatHex(archive.line(number).sha256()),
                        archive.line(number).encodedBytes());
            }
            return blocks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Encoded bytes of those that are only in the second. */
    static long newBytes(Map<String, Integer> before, Map<String, Integer> after) {
        return after.entrySet().stream().filter(block -> !before.containsKey(block.getKey()))
                .mapToLong(Map.Entry::getValue).sum();
    }
}
