package br.com.dmbackup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.protocol.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+(,\\w+)?");

    @ParameterizedTest
    @CsvSource({"texts,en", "texts,es", "help,en", "help,es"})
    void everyLanguageHasTheSameKeysAndArguments(String bundle, String tag) throws IOException {
        Properties portuguese = read(bundle, Language.PT_BR);
        Properties other = read(bundle, Language.ofTag(tag).orElseThrow());
        assertThat(other.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(portuguese.stringPropertyNames());
        for (String key : other.stringPropertyNames()) {
            assertThat(arguments(other.getProperty(key))).as(key).isEqualTo(arguments(portuguese.getProperty(key)));
        }
    }

    private static Set<String> arguments(String text) {
        Set<String> arguments = new TreeSet<>();
        ARGUMENT.matcher(text).results().forEach(found -> arguments.add(found.group()));
        return arguments;
    }

    private static Properties read(String bundle, Language language) throws IOException {
        String name = bundle + "_" + language.tag().replace('-', '_') + ".properties";
        Properties texts = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                Objects.requireNonNull(Dmbackup.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
