package br.com.dmbackup.desktop.drive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Reads what the drive has, and not what the system still remembers of it, where the system lets it. */
final class ReadBack implements AutoCloseable {
    private static final int ALIGNMENT = 4096;
    private static final int PIECE = 1 << 20;

    private final Path file;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(PIECE + ALIGNMENT).alignedSlice(ALIGNMENT)
            .limit(PIECE);
    private FileChannel channel;
    private boolean straight;

    private ReadBack(Path file, FileChannel channel, boolean straight) {
        this.file = file;
        this.channel = channel;
        this.straight = straight;
    }

    static ReadBack open(Path file) throws IOException {
        Optional<OpenOption> direct = direct();
        if (direct.isPresent() && Files.getFileStore(file).getBlockSize() <= ALIGNMENT) {
            try {
                return new ReadBack(file, FileChannel.open(file, StandardOpenOption.READ, direct.get()), true);
            } catch (IOException | UnsupportedOperationException noSuchWay) {
                return new ReadBack(file, FileChannel.open(file), false);
            }
        }
        return new ReadBack(file, FileChannel.open(file), false);
    }

    /** {@code ExtendedOpenOption.DIRECT}, by its name: the compiler warns of the module in which every JDK has it. */
    private static Optional<OpenOption> direct() {
        try {
            for (Object option : Class.forName("com.sun.nio.file.ExtendedOpenOption").getEnumConstants()) {
                if (option.toString().equals("DIRECT")) {
                    return Optional.of((OpenOption) option);
                }
            }
            return Optional.empty();
        } catch (ClassNotFoundException absent) {
            return Optional.empty();
        }
    }

    /** The next bytes; none at the end. */
    ByteBuffer next() throws IOException {
        buffer.clear().limit(PIECE);
        long place = channel.position();
        try {
            read();
        } catch (IOException refused) {
            if (!straight) {
                throw refused;
            }
            straight = false;
            channel.close();
            channel = FileChannel.open(file).position(place);
            buffer.clear().limit(PIECE);
            read();
        }
        return buffer.flip();
    }

    private void read() throws IOException {
        int read = channel.read(buffer);
        // Straight from the drive a piece ends at a block, and only the file's end is shorter.
        while (!straight && read > 0 && buffer.hasRemaining()) {
            read = channel.read(buffer);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
