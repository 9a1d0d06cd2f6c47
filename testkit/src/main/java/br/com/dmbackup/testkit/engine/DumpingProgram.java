package br.com.dmbackup.testkit.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A program that leaves dumps: a head, a generation, noise, the checksum of all of it, a trailer. It writes a dump in
 * halves, so that whoever takes one in between has a file that does not agree with its checksum.
 */
public final class DumpingProgram implements AutoCloseable {
    public static final String HEAD = "TAPE";
    public static final String TRAILER = "\n-- Dump completed";

    private final Path file;
    private final byte[] content;
    private @Nullable FileChannel writing;
    private long generation = 1;
    private final AtomicLong dumps = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();

    public DumpingProgram(Path file, int bytes) {
        this.file = file;
        this.content = new byte[bytes];
        new Random(7).nextBytes(content);
        System.arraycopy(HEAD.getBytes(StandardCharsets.US_ASCII), 0, content, 0, HEAD.length());
        change();
    }

    /** The till sold something. */
    public void change() {
        generation++;
        ByteBuffer.wrap(content).putLong(HEAD.length(), generation);
    }

    /** Leaves a whole dump. */
    public void dump() {
        begin();
        goOn();
    }

    /** Writes the first half. */
    public void begin() {
        try {
            writing = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);
            write(writing, ByteBuffer.wrap(content, 0, content.length / 2));
        } catch (IOException refused) {
            failures.incrementAndGet();
            throw new UncheckedIOException(refused);
        }
    }

    /** Writes the second half, when there is one to be written. */
    public void goOn() {
        FileChannel open = writing;
        if (open == null) {
            return;
        }
        try (open) {
            write(open, ByteBuffer.wrap(content, content.length / 2, content.length - content.length / 2));
            CRC32 sum = new CRC32();
            sum.update(content);
            write(open, ByteBuffer.allocate(Long.BYTES).putLong(0, sum.getValue()));
            write(open, ByteBuffer.wrap(TRAILER.getBytes(StandardCharsets.US_ASCII)));
            dumps.incrementAndGet();
        } catch (IOException refused) {
            failures.incrementAndGet();
            throw new UncheckedIOException(refused);
        } finally {
            writing = null;
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    public long dumps() {
        return dumps.get();
    }

    public long failures() {
        return failures.get();
    }

    public static long generation(Path dump) {
        return ByteBuffer.wrap(read(dump)).getLong(HEAD.length());
    }

    public static boolean isWhole(Path dump) {
        byte[] bytes = read(dump);
        int content = bytes.length - TRAILER.length() - Long.BYTES;
        if (content < 0 || !Arrays.equals(bytes, 0, HEAD.length(), HEAD.getBytes(StandardCharsets.US_ASCII), 0,
                HEAD.length())) {
            return false;
        }
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, content);
        return ByteBuffer.wrap(bytes).getLong(content) == sum.getValue();
    }

    private static byte[] read(Path dump) {
        try {
            return Files.readAllBytes(dump);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        goOn();
    }
}
