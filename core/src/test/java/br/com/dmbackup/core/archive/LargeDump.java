package br.com.dmbackup.core.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A dump of any length, made while it is read; and the program that archives one and says what it cost. */
final class LargeDump implements ReadableByteChannel {
    private final ByteBuffer piece;
    private long left;

    /** @param content repeated; longer than deflate's window, so that repeating it compresses nothing */
    LargeDump(byte[] content, long length) {
        this.piece = ByteBuffer.wrap(content);
        this.left = length;
    }

    /** Arguments: file, zeros|sales|random, bytes. Prints milliseconds and the peak of resident memory in KiB. */
    public static void main(String[] arguments) throws IOException {
        byte[] content = switch (arguments[1]) {
            case "zeros" -> new byte[1 << 20];
            case "sales" -> SampleDumps.sales(1, 7_000_001);
            default -> SampleDumps.random(1, 7_000_001);
        };
        long start = System.nanoTime();
        SampleArchives.write(Path.of(arguments[0]), SampleArchives.DUMP_NAME,
                new LargeDump(content, Long.parseLong(arguments[2])), -1);
        System.out.println("milliseconds " + (System.nanoTime() - start) / 1_000_000);
        if (!SampleArchives.check(Path.of(arguments[0]), CheckDepth.FULL).sound()) {
            throw new IllegalStateException("not sound");
        }
        List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
        System.out.println(status.stream().filter(line -> line.startsWith("VmHWM")).findFirst().orElse("")
                .replaceAll("[^0-9]", ""));
    }

    @Override
    public int read(ByteBuffer target) {
        if (left == 0) {
            return -1;
        }
        if (!piece.hasRemaining()) {
            piece.clear();
        }
        int length = (int) Math.min(left, Math.min(piece.remaining(), target.remaining()));
        target.put(piece.slice(piece.position(), length));
        piece.position(piece.position() + length);
        left -= length;
        return length;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}
