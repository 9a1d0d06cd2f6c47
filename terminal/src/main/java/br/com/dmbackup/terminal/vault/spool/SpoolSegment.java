package br.com.dmbackup.terminal.vault.spool;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.EncodedChecksum;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * One file of the spool: blocks one after the other, each behind a header of 72 bytes: {@code DMBS}, the block's line as
 * in an archive's index, CRC-32 of both.
 */
final class SpoolSegment implements AutoCloseable {
    private static final int MAGIC = 0x444d4253;
    private static final int HEADER_BYTES = Integer.BYTES + Block.LINE_BYTES + Integer.BYTES;
    private static final int CHECKED_BYTES = HEADER_BYTES - Integer.BYTES;

    private final Path file;
    private final long minute;
    private FileChannel channel;
    private long length;
    private int waiting;

    private SpoolSegment(Path file, long minute, FileChannel channel) {
        this.file = file;
        this.minute = minute;
        this.channel = channel;
    }

    /** @param minute of running time at which it was begun */
    static SpoolSegment create(Path file, long minute) throws IOException {
        return new SpoolSegment(file, minute, FileChannel.open(file, StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /**
     * Opens what a former process left, and cuts it where it is not whole.
     *
     * @param last whether it was written last, so that its blocks' bytes are compared too: a machine that died may have
     *        lost some
     */
    static SpoolSegment open(Path file, long minute, boolean last, Consumer<Block> found) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        var segment = new SpoolSegment(file, minute, channel);
        try {
            segment.scan(last, found);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        return segment;
    }

    private void scan(boolean compare, Consumer<Block> found) throws IOException {
        long size = channel.size();
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        var checksum = new EncodedChecksum();
        while (size - length >= HEADER_BYTES) {
            read(header.clear(), length);
            if (header.getInt(0) != MAGIC || header.getInt(CHECKED_BYTES) != crc(header)) {
                break;
            }
            Block block = Block.read(header.slice(Integer.BYTES, Block.LINE_BYTES)).at(length + HEADER_BYTES);
            if (!block.plausible() || block.offset() + block.encodedBytes() > size
                    || (compare && !right(block, checksum))) {
                break;
            }
            length = block.offset() + block.encodedBytes();
            waiting++;
            found.accept(block);
        }
        channel.truncate(length);
    }

    private boolean right(Block block, EncodedChecksum checksum) throws IOException {
        ByteBuffer encoded = ByteBuffer.allocate(block.encodedBytes());
        read(encoded, block.offset());
        return checksum.of(encoded.array(), 0, block.encodedBytes()) == block.encodedChecksum();
    }

    /** Appends a block; its line as it stands here. A failure leaves what was there before. */
    Block append(Block block, ByteBuffer encoded) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(HEADER_BYTES + block.encodedBytes());
        record.putInt(MAGIC);
        block.at(0).write(record.slice(Integer.BYTES, Block.LINE_BYTES));
        record.position(CHECKED_BYTES).putInt(crc(record)).put(encoded.duplicate()).flip();
        try {
            for (long at = length; record.hasRemaining();) {
                at += channel().write(record, at);
            }
        } catch (IOException e) {
            cut();
            throw e;
        }
        Block placed = block.at(length + HEADER_BYTES);
        length += HEADER_BYTES + block.encodedBytes();
        waiting++;
        return placed;
    }

    /** A disk that is full wants its bytes back; where that fails, too, the next block is written over them. */
    private void cut() throws IOException {
        if (channel.isOpen()) {
            channel.truncate(length);
        }
    }

    /** An interrupted thread closes the channel that it used, for all others as well. */
    private FileChannel channel() throws IOException {
        if (!channel.isOpen()) {
            channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }
        return channel;
    }

    private static int crc(ByteBuffer header) {
        var crc = new CRC32();
        crc.update(header.array(), header.arrayOffset(), CHECKED_BYTES);
        return (int) crc.getValue();
    }

    /** Fills the buffer. */
    void read(ByteBuffer target, long offset) throws IOException {
        for (long at = offset; target.hasRemaining();) {
            int read = channel().read(target, at);
            if (read < 0) {
                throw new EOFException(file + ": " + at);
            }
            at += read;
        }
    }

    long minute() {
        return minute;
    }

    long length() {
        return length;
    }

    /** One block fewer waits here; true when it was the last. */
    boolean taken() {
        return --waiting == 0;
    }

    boolean empty() {
        return waiting == 0;
    }

    void delete() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
