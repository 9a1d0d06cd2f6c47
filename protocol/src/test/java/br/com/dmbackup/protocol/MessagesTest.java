package br.com.dmbackup.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasTheSameKeys(Language language) {
        assertThat(file(language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(file(Language.PT_BR).stringPropertyNames());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyConstantHasItsTexts(Language language) {
        Set<String> keys = file(language).stringPropertyNames();
        assertThat(keys).containsAll(constantKeys());
        assertThat(keys.stream().filter(key -> key.matches("(fault|hint|status|notice)\\..*")))
                .containsExactlyInAnyOrderElementsOf(constantKeys());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPatternParsesAndIsNotBlank(Language language) {
        Properties texts = file(language);
        for (String key : texts.stringPropertyNames()) {
            assertThat(TextPattern.compile(texts.getProperty(key), language.locale()).format(new Object[9]))
                    .as(language + " " + key).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageUsesTheSameArguments(Language language) {
        Properties texts = file(language);
        Properties portuguese = file(Language.PT_BR);
        for (String key : texts.stringPropertyNames()) {
            assertThat(arguments(texts.getProperty(key))).as(language + " " + key)
                    .isEqualTo(arguments(portuguese.getProperty(key)));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noKeyStandsTwice(Language language) throws IOException {
        try (InputStreamReader reader = reader(language)) {
            List<String> keys = reader.readAllLines().stream().filter(line -> line.matches("[a-z]+\\..*=.*"))
                    .map(line -> line.substring(0, line.indexOf('='))).toList();
            assertThat(keys).doesNotHaveDuplicates().hasSameSizeAs(file(language).stringPropertyNames());
        }
    }

    @Test
    void speaksTheTextsOfTheManual() {
        Messages portuguese = Messages.in(Language.PT_BR);
        assertThat(Stream.of(StatusText.values()).map(portuguese::status)).contains("Verificando serviço do SQL...",
                "Carregando parâmetros...", "Validando configurações...", "Configurações validadas com sucesso...",
                "Carregando dados do cliente...", "Dados do cliente carregados...",
                "Verificando atualização de versão...", "Verificando último backup realizado...",
                "Aguardando tarefas...", "Realizando backup...", "Compactando backup...",
                "Copiando backup para o terminal...", "Backup realizado no servidor e copiado para o terminal...",
                "Realizando e compactando backup...", "Backup realizado com sucesso");
    }

    @Test
    void tellsSizesMomentsAndProcessesAsAPersonReadsThem() {
        Messages portuguese = Messages.in(Language.PT_BR);
        assertThat(portuguese.faultText(FaultCode.DESTINATION_FULL, "terminal", 1_610_612_736L, 52_428_800L))
                .isEqualTo("Falta espaço no destino terminal: são necessários 1,5 GB e há 50 MB livres.");
        assertThat(portuguese.faultText(FaultCode.ALREADY_RUNNING, "backup", 12345L,
                Instant.parse("2026-11-23T12:00:00Z"), "loja")).contains("processo 12345,", "/2026");
    }

    @Test
    void anArgumentOfAnUnexpectedTypeIsStillTold() {
        assertThat(Messages.in(Language.EN).faultText(FaultCode.OUTPUT_FULL, "/home", "much", "little"))
                .isEqualTo("There is no room in the folder /home: much are needed and little are free.");
    }

    @Test
    void numbersOfFaultsAreUnique() {
        assertThat(Stream.of(FaultCode.values()).map(FaultCode::number)).doesNotHaveDuplicates();
    }

    private static Set<String> constantKeys() {
        Stream<String> faults = Arrays.stream(FaultCode.values())
                .flatMap(code -> Stream.of(code.messageKey(), code.hintKey()));
        Stream<String> states = Arrays.stream(StatusText.values()).map(StatusText::messageKey);
        Stream<String> notices = Arrays.stream(NoticeCode.values()).map(NoticeCode::messageKey);
        return Stream.of(faults, states, notices).flatMap(it -> it).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> arguments(String pattern) {
        return ARGUMENT.matcher(pattern).results().map(it -> it.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties file(Language language) {
        Properties texts = new Properties();
        try (InputStreamReader reader = reader(language)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static InputStreamReader reader(Language language) {
        String name = "messages_" + language.tag().replace('-', '_') + ".properties";
        return new InputStreamReader(Objects.requireNonNull(MessagesTest.class.getResourceAsStream(name), name),
                StandardCharsets.UTF_8);
    }
}
