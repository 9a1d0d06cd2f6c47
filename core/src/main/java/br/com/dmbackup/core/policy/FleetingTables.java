package br.com.dmbackup.core.policy;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tables whose name says that they are for the moment, or for one year. Whole words only: {@code logradouro} is a street,
 * {@code catalogo} no log, {@code SE2010} no year.
 */
final class FleetingTables {
    private static final Set<String> WORDS = Set.of("log", "logs", "logging", "tmp", "temp", "temporaria", "temporario",
            "temporary", "sessao", "sessoes", "session", "sessions", "cache", "fila", "filas", "queue", "lock", "locks",
            "trava", "audit", "auditoria", "trace", "debug", "token", "tokens", "spool", "bkp", "backup", "old",
            "import",
            "importacao", "export", "exportacao", "staging");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}([01]\\d)?");

    private FleetingTables() {}

    static boolean byName(String table) {
        String own = table.substring(table.lastIndexOf('.') + 1);
        return Stream.of(BETWEEN_WORDS.split(own, -1)).map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(word -> WORDS.contains(word) || YEAR.matcher(word).matches());
    }
}
