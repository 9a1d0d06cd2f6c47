package br.com.dmbackup.agent.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.MaskedText;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LetterTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+(,\\w+)?");
    private static final Instant AT = Instant.parse("2026-11-23T13:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    @ParameterizedTest
    @EnumSource(Event.class)
    void everyEventHasWordsInEveryLanguage(Event event) {
        for (Language language : Language.values()) {
            Item item = new Item("backup", "X", "DM-1", "it broke", "mend it", List.of("detail"), AT);
            Letter letter = Letter.of(new Message("1", event, event, AT, "Loja {0}", List.of(item),
                    Optional.of(AT.minusSeconds(7200)), Optional.of(AT), Optional.of(AT), List.of("a line")),
                    Letter.texts(language), ZONE);
            assertThat(letter.subject()).startsWith("[DMBackup] ").contains("Loja {0}").doesNotContain("\n", "{1}");
            assertThat(letter.text()).contains("Loja {0}", "it broke (DM-1)", "- detail", "a line").doesNotContain(
                    "{1}", "{2", "{3");
        }
    }

    @ParameterizedTest
    @CsvSource({"en", "es"})
    void everyLanguageHasTheSameKeysAndArguments(String tag) throws IOException {
        Properties portuguese = read("pt_BR");
        Properties other = read(tag);
        assertThat(other.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(portuguese.stringPropertyNames());
        for (String key : other.stringPropertyNames()) {
            assertThat(arguments(other.getProperty(key))).as(key).isEqualTo(arguments(portuguese.getProperty(key)));
        }
    }

    @Test
    void saysLengthsOfTimeAsAPersonDoes() {
        Messages texts = Letter.texts(Language.PT_BR);
        assertThat(Letter.duration(Duration.ofSeconds(20), texts)).isEqualTo("1 min");
        assertThat(Letter.duration(Duration.ofMinutes(59), texts)).isEqualTo("59 min");
        assertThat(Letter.duration(Duration.ofMinutes(185), texts)).isEqualTo("3 h 5 min");
        assertThat(Letter.duration(Duration.ofHours(52), texts)).isEqualTo("2 dias e 4 h");
    }

    @Test
    void saysOneOfAThingAndSeveral() {
        Messages texts = Letter.texts(Language.PT_BR);
        assertThat(texts.text("summary.owed", "terminal", 1, "ontem")).isEqualTo("terminal: falta 1 cópia, de ontem");
        assertThat(texts.text("summary.owed", "terminal", 3, "ontem"))
                .isEqualTo("terminal: faltam 3 cópias, a mais antiga de ontem");
        assertThat(texts.text("summary.drill.database", "hoje", 1, 1)).endsWith("com 1 tabela e 1 linha.");
        assertThat(texts.text("summary.drill.database", "hoje", 2, 0L)).endsWith("com 2 tabelas e nenhuma linha.");
        Messages words = Messages.in(Language.PT_BR);
        assertThat(words.text("why.copies_owed", 1)).isEqualTo("1 cópia pendente");
        assertThat(words.text("why.copies_owed", 1200)).isEqualTo("1200 cópias pendentes");
        assertThat(words.text("job.drilled", 1, 123_456L)).endsWith(": 1 tabela, 123.456 linhas.");
    }

    @Test
    void masksWhatMustNotLeaveTheStore() {
        assertThat(MaskedText.of("Key (cpf)=(529.982.247-25) exists")).isEqualTo("Key (cpf)=(***) exists");
        assertThat(MaskedText.of("cliente 52998224725, fulana@gmail.com")).isEqualTo("cliente ***, ***");
        assertThat(MaskedText.of("\"11.222.333/0001-82\" não é um CNPJ")).isEqualTo("\"***\" não é um CNPJ");
        assertThat(MaskedText.of("CNPJ 11222333000181")).isEqualTo("CNPJ ***");
        assertThat(MaskedText.of("C:\\Users\\Maria Souza\\Backup\\x.bak e /home/maria/x"))
                .isEqualTo("C:\\Users\\***\\Backup\\x.bak e /home/***/x");
        assertThat(MaskedText.of("The duplicate key value is (Maria).")).doesNotContain("Maria");
        String harmless = "Faltam 10737418240 bytes em D:\\DMBackup (DM-230), 23/11/2026 10:00, porta 1433, 192.168.0.10";
        assertThat(MaskedText.of(harmless)).isEqualTo(harmless);
    }

    private static Set<String> arguments(String text) {
        Set<String> arguments = new TreeSet<>();
        ARGUMENT.matcher(text).results().forEach(found -> arguments.add(found.group()));
        return arguments;
    }

    private static Properties read(String tag) throws IOException {
        Properties texts = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                Objects.requireNonNull(Letter.class.getResourceAsStream("texts_" + tag + ".properties"), tag),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
