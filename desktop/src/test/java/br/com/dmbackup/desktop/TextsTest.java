package br.com.dmbackup.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.protocol.Language;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    @Test
    void allLanguagesHaveTheSameKeys() {
        Set<String> portuguese = bundle(Language.PT_BR).keySet();
        for (Language language : Language.values()) {
            assertThat(new TreeSet<>(bundle(language).keySet())).as(language.tag())
                    .isEqualTo(new TreeSet<>(portuguese));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPatternCanBeFilledIn(Language language) {
        Texts texts = Texts.in(language);
        for (String key : bundle(language).keySet()) {
            assertThat(texts.text(key, 1, 2, 3, 4, 5)).as("%s %s", language.tag(), key).isNotBlank()
                    .doesNotContain("{").doesNotContain("''");
        }
    }

    private static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(Texts.BUNDLE, language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
