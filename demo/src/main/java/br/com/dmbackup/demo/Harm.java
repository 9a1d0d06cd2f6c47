package br.com.dmbackup.demo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What goes wrong in a store. */
final class Harm {
    private Harm() {}

    /** A disk that rots: one bit in the middle of a file. */
    static void flipBit(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            long middle = channel.size() / 2;
            channel.read(one, middle);
            one.put(0, (byte) (one.get(0) ^ 1));
            channel.write(one.flip(), middle);
        }
    }

    /** A database that somebody deletes, with its journals. */
    static void delete(Path database) throws IOException {
        Files.delete(database);
        for (String journal : List.of("-wal", "-shm", "-journal")) {
            Files.deleteIfExists(database.resolveSibling(database.getFileName() + journal));
        }
    }
}
