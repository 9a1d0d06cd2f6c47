package br.com.dmbackup.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** A small file of lines {@code key=value}, replaced whole or not at all. */
final class Lines {
    private static final int LARGEST_BYTES = 16 << 10;

    private Lines() {}

    /** What stands there; nothing where the file is missing, too large or no text. */
    static Map<String, String> read(Path file) {
        Map<String, String> lines = new LinkedHashMap<>();
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                return lines;
            }
            // ISO 8859-1 reads any bytes: a damaged file is looked at, not thrown over.
            for (String line : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).lines().toList()) {
                int sign = line.indexOf('=');
                if (sign > 0) {
                    lines.put(line.substring(0, sign).strip(), line.substring(sign + 1).strip());
                }
            }
        } catch (IOException missing) {
            lines.clear();
        }
        return lines;
    }

    static String text(Map<String, String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach((key, value) -> text.append(key).append('=').append(value.replace('\n', ' ')).append('\n'));
        return text.toString();
    }

    static void write(Path file, Map<String, String> lines) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text(lines).getBytes(StandardCharsets.ISO_8859_1));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException coarse) {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
