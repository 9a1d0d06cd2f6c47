package br.com.dmbackup.core.archive;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Dumps of every sort, the same for the same seed. */
final class SampleDumps {
    private SampleDumps() {}

    /** Cannot be compressed. */
    static byte[] random(long seed, int length) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Lines of sales, as a database's pages hold them: compresses about as well. */
    static byte[] sales(long seed, int length) {
        var random = new Random(seed);
        var text = new StringBuilder(length + 200);
        while (text.length() < length) {
            text.append("INSERT INTO venda VALUES (").append(random.nextInt(1_000_000)).append(", '")
                    .append(7_890_000_000_000L + random.nextInt(30_000)).append("', ")
                    .append(random.nextInt(10_000) / 100.0).append(", 'Dipirona 500 mg c/ 10 comprimidos');\n");
        }
        return text.substring(0, length).getBytes(StandardCharsets.US_ASCII);
    }

    /** Pages of 8 KiB as a database has them: a header with the same mark, a number, rows, and often room at the end. */
    static byte[] pages(long seed, int count) {
        var random = new Random(seed);
        var bytes = new byte[count * 8192];
        for (int page = 0; page < count; page++) {
            int at = page * 8192;
            bytes[at] = 1;
            bytes[at + 19] = 0x20;
            bytes[at + 24] = (byte) page;
            bytes[at + 25] = (byte) (page >> 8);
            byte[] rows = sales(random.nextLong(), 4000 + random.nextInt(4100));
            System.arraycopy(rows, 0, bytes, at + 32, rows.length);
        }
        return bytes;
    }

    /** Sales, random bytes and zeros in turn. */
    static byte[] mixed(long seed, int length) {
        var random = new Random(seed);
        var bytes = new byte[length];
        for (int at = 0; at < length;) {
            int piece = Math.min(length - at, 1 + random.nextInt(400_000));
            byte[] source = switch (random.nextInt(3)) {
                case 0 -> sales(random.nextLong(), piece);
                case 1 -> random(random.nextLong(), piece);
                default -> new byte[piece];
            };
            System.arraycopy(source, 0, bytes, at, piece);
            at += piece;
        }
        return bytes;
    }
}
