package br.com.dmbackup.testkit.sqlserver.statement;

import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;

/** Message 3014, the one sign that BACKUP and RESTORE were complete. */
final class Outcome {
    private static final double PAGES_PER_MEGABYTE = 128;

    private Outcome() {}

    static ServerMessage success(String word, int pages, LocalDateTime start, LocalDateTime finish) {
        double seconds = Math.max(0.049, Duration.between(start, finish).toMillis() / 1_000.0);
        return ServerMessage.of(3014, word, pages, String.format(Locale.ROOT, "%.3f", seconds),
                String.format(Locale.ROOT, "%.3f", pages / PAGES_PER_MEGABYTE / seconds));
    }
}
