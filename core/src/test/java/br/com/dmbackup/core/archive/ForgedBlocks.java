package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.block.Block;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Looks at, and lies about, lines of an index. */
final class ForgedBlocks {
    private ForgedBlocks() {}

    /** In how many archives the block is proven again. */
    static int rest(Block block) {
        return block.flags() >>> 16 & 0xff;
    }

    static boolean among(Block block, Path archive) {
        try {
            return ForgedArchive.blocks(archive).stream()
                    .anyMatch(other -> Arrays.equals(block.sha256(), other.sha256())
                            && block.encodedChecksum() == other.encodedChecksum());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line of one block, speaking of another one's plain bytes. */
    static Block speakingOf(Block block, Block other) {
        return new Block(other.sha256(), other.plainBytes(), block.encodedBytes(), other.crc32(), block.flags(),
                block.encodedChecksum(), block.offset());
    }

    /** The first two lines each speak of the other's plain bytes. */
    static List<Block> firstTwoExchanged(List<Block> lines) {
        Block first = lines.get(0);
        Block second = lines.get(1);
        lines.set(0, speakingOf(first, second));
        lines.set(1, speakingOf(second, first));
        return lines;
    }

    static Block unproven(Block block) {
        return new Block(block.sha256(), block.plainBytes(), block.encodedBytes(), block.crc32(), block.flags() & ~1,
                block.encodedChecksum(), block.offset());
    }
}
