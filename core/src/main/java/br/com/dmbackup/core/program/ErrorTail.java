package br.com.dmbackup.core.program;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The last bytes of what a program said on its error output. */
final class ErrorTail {
    private static final int KEPT = 16 << 10;
    private static final Charset CHARSET = charset();

    private final byte[] bytes = new byte[KEPT];
    private long total;

    synchronized void add(byte[] source, int length) {
        for (int i = 0; i < length; i++) {
            bytes[(int) (total++ % KEPT)] = source[i];
        }
    }

    /** The lines that are whole, the newest last. */
    synchronized List<String> lines() {
        int length = (int) Math.min(total, KEPT);
        byte[] ordered = new byte[length];
        for (int i = 0; i < length; i++) {
            ordered[i] = bytes[(int) ((total - length + i) % KEPT)];
        }
        List<String> lines = new String(ordered, CHARSET).lines().map(String::strip).filter(line -> !line.isEmpty())
                .toList();
        return total > KEPT && lines.size() > 1 ? lines.subList(1, lines.size()) : lines;
    }

    private static Charset charset() {
        String name = System.getProperty("native.encoding", "UTF-8");
        return Charset.isSupported(name) && !name.startsWith("ANSI") ? Charset.forName(name) : StandardCharsets.UTF_8;
    }
}
