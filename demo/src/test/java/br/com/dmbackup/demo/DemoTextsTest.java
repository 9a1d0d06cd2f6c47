package br.com.dmbackup.demo;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.protocol.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoTextsTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+[^}]*}");

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasTheSameKeysAndArguments(Language language) throws IOException {
        Properties portuguese = read(Language.PT_BR);
        Properties other = read(language);
        assertThat(other.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(portuguese.stringPropertyNames());
        for (String key : other.stringPropertyNames()) {
            assertThat(arguments(other.getProperty(key))).as(key).isEqualTo(arguments(portuguese.getProperty(key)));
        }
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Properties read(Language language) throws IOException {
        String name = "texts_" + language.tag().replace('-', '_') + ".properties";
        Properties texts = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                Objects.requireNonNull(DemoMain.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
