package br.com.dmbackup.core.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A new file of a known length, filled at any place by several threads. What is aligned as the file system asks goes
 * straight to the drive: a database that comes back drives nothing that others need out of the machine's memory, costs the
 * processor no second copy, and whoever checks it afterwards reads what the drive has. The rest goes as usual.
 */
public final class PlacedFile implements AutoCloseable {
    /** Buffers and lengths that are multiples of this are aligned enough for every common file system. */
    public static final int ALIGNMENT = 4096;

    private final FileChannel channel;
    private final SteadyForce durability;
    private final Optional<FileChannel> straight;
    private volatile boolean refused;

    private PlacedFile(Path file, FileChannel channel) {
        this.channel = channel;
        this.durability = SteadyForce.hurried(channel);
        this.straight = openStraight(file);
    }

    /**
     * Creates it.
     *
     * @throws IOException also when it is there already
     */
    public static PlacedFile create(Path file, long length) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            if (length > 0) {
                channel.write(ByteBuffer.allocate(1), length - 1);
            }
            return new PlacedFile(file, channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** None where the system or the file system has no such way, as one in memory. */
    private static Optional<FileChannel> openStraight(Path file) {
        try {
            return Files.getFileStore(file).getBlockSize() > ALIGNMENT
                    ? Optional.empty()
                    : Optional.of(FileChannel.open(file, StandardOpenOption.WRITE, direct()));
        } catch (IOException | UnsupportedOperationException | ClassNotFoundException noSuchWay) {
            return Optional.empty();
        }
    }

    /** {@code ExtendedOpenOption.DIRECT}, by its name: the compiler warns of the module in which every JDK has it. */
    private static OpenOption direct() throws ClassNotFoundException {
        for (Object option : Class.forName("com.sun.nio.file.ExtendedOpenOption").getEnumConstants()) {
            if (option.toString().equals("DIRECT")) {
                return (OpenOption) option;
            }
        }
        throw new UnsupportedOperationException("DIRECT");
    }

    /** Writes all that remains in the buffer. Safe for several threads at different places. */
    public void write(ByteBuffer bytes, long place) throws IOException {
        if (straight.isPresent() && aligned(bytes, place) && wroteStraight(straight.get(), bytes, place)) {
            return;
        }
        long at = place;
        while (bytes.hasRemaining()) {
            ByteBuffer piece = bytes.slice(bytes.position(), Math.min(SteadyForce.PIECE_BYTES, bytes.remaining()));
            bytes.position(bytes.position() + piece.remaining());
            int length = piece.remaining();
            while (piece.hasRemaining()) {
                at += channel.write(piece, at);
            }
            durability.wrote(length);
        }
    }

    private boolean aligned(ByteBuffer bytes, long place) {
        return !refused && bytes.isDirect() && place % ALIGNMENT == 0
                && bytes.remaining() % ALIGNMENT == 0 && bytes.alignmentOffset(bytes.position(), ALIGNMENT) == 0;
    }

    private boolean wroteStraight(FileChannel out, ByteBuffer bytes, long place) {
        ByteBuffer all = bytes.duplicate();
        try {
            long at = place;
            while (all.hasRemaining()) {
                at += out.write(all, at);
            }
        } catch (IOException unlessTheUsualWayFailsToo) {
            refused = true;
            return false;
        }
        bytes.position(bytes.limit());
        return true;
    }

    /** Makes everything written durable. */
    public void finish() throws IOException {
        durability.finish();
    }

    @Override
    public void close() throws IOException {
        try (channel; durability) {
            if (straight.isPresent()) {
                straight.get().close();
            }
        }
    }
}
