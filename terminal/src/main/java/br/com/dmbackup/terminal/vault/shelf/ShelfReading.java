package br.com.dmbackup.terminal.vault.shelf;

import br.com.dmbackup.core.archive.block.Block;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds and reads blocks in the archives of a shelf, for one question or one commit. Lines are read where they stand, so
 * that no index is held in memory.
 *
 * <p>For one thread, which changes nothing on the shelf meanwhile.
 */
public final class ShelfReading implements AutoCloseable {
    private final Shelf shelf;
    private final Map<HeldArchive, FileChannel> open = new HashMap<>();
    private final ByteBuffer line = ByteBuffer.allocate(Block.LINE_BYTES);

    public ShelfReading(Shelf shelf) {
        this.shelf = shelf;
    }

    /**
     * A block in an archive.
     *
     * @param block its line, as the archive has it
     */
    public record Found(HeldArchive archive, Block block) {}

    /** The block of that SHA-256; none where no archive that is not damaged has it. */
    public Optional<Found> find(byte[] sha256) {
        BlockTable table = shelf.table();
        int place = table.find(sha256);
        if (place < 0) {
            return Optional.empty();
        }
        int number = table.number(place);
        return shelf.numbered(table.archive(place)).filter(archive -> !archive.damaged())
                .flatMap(archive -> archive.contents().filter(contents -> number < contents.blocks())
                        .flatMap(contents -> lineOf(archive, contents, number)
                                .filter(block -> Arrays.equals(block.sha256(), sha256))
                                .map(block -> new Found(archive, block))));
    }

    private Optional<Block> lineOf(HeldArchive archive, Contents contents, int number) {
        try {
            read(archive, line.clear(), contents.linesOffset() + (long) number * Block.LINE_BYTES);
            Block block = Block.read(line.flip());
            boolean possible = block.plausible() && block.proven() && block.offset() > 0
                    && block.offset() + block.encodedBytes() <= contents.linesOffset();
            return possible ? Optional.of(block) : Optional.empty();
        } catch (IOException unreadable) {
            // Then it is not here, for all that can be said: the server sends it again.
            return Optional.empty();
        }
    }

    /** Fills the buffer with a block's encoded bytes, which nobody has compared yet. */
    public void read(Found found, ByteBuffer target) throws IOException {
        read(found.archive(), target, found.block().offset());
    }

    private void read(HeldArchive archive, ByteBuffer target, long offset) throws IOException {
        FileChannel channel = open.get(archive);
        if (channel == null) {
            channel = FileChannel.open(shelf.folder().file(archive.name()), StandardOpenOption.READ);
            open.put(archive, channel);
        }
        for (long at = offset; target.hasRemaining();) {
            int read = channel.read(target, at);
            if (read < 0) {
                throw new EOFException(archive.name() + ": " + at);
            }
            at += read;
        }
    }

    @Override
    public void close() {
        for (FileChannel channel : open.values()) {
            try {
                channel.close();
            } catch (IOException e) {
                // It was only read.
            }
        }
        open.clear();
    }
}
