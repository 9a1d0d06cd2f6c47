package br.com.dmbackup.testkit.sqlserver.message;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The tables of messages, one file a language: {@code number=severity|text}, the severity in English alone. */
final class Texts {
    private static final Map<Language, Properties> TABLES = new EnumMap<>(Language.class);

    static {
        Arrays.stream(Language.values()).forEach(language -> TABLES.put(language, load(language.file())));
    }

    private Texts() {}

    static int severity(int number) {
        String entry = english(number);
        return Integer.parseInt(entry.substring(0, entry.indexOf('|')));
    }

    static String text(int number, Language language) {
        String entry = table(language).getProperty(Integer.toString(number), english(number));
        return entry.substring(entry.indexOf('|') + 1);
    }

    private static String english(int number) {
        String entry = table(Language.ENGLISH).getProperty(Integer.toString(number), "");
        if (entry.isEmpty()) {
            throw new IllegalArgumentException("the double has no message " + number);
        }
        return entry;
    }

    private static Properties table(Language language) {
        return Objects.requireNonNull(TABLES.get(language));
    }

    private static Properties load(String file) {
        Properties table = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream("messages_" + file + ".properties")),
                StandardCharsets.UTF_8)) {
            table.load(in);
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
