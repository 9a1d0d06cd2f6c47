package br.com.dmbackup.agent.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.agent.notify.Setup;
import br.com.dmbackup.agent.notify.SummarySettings;
import br.com.dmbackup.agent.notify.message.Event;
import br.com.dmbackup.agent.notify.opening.OpeningSettings;
import br.com.dmbackup.core.settings.SettingsDraft;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.core.settings.SettingsParts;
import br.com.dmbackup.core.settings.SettingsProblem;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables {@code [[notify]]}, {@code [opening]} and {@code [summary]} of dmbackup.toml. */
class NotifySettingsTest {
    @TempDir
    Path home;

    private final SettingsParts parts = new SettingsParts();

    @BeforeEach
    void writeSecrets() throws IOException {
        secret("senha.txt", "s3nh4");
        secret("token.txt", "123456789:AAFxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
        secret("url.txt", "https://hc-ping.com/3f9c");
    }

    private void secret(String name, String text) throws IOException {
        Path file = Files.writeString(home.resolve(name), text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private List<SettingsProblem> read(String toml) {
        SettingsDraft draft = SettingsDraft.of(
                SettingsFile.parse("[database]\nengine = \"sqlite\"\npath = \"x\"\n" + toml), home, List.of("sqlite"),
                List.of());
        draft.settings().database().section().optionalText("path");
        Setup.PARTS.forEach(part -> parts.read(part, draft));
        return draft.problems();
    }

    private List<String> told(String toml) {
        List<SettingsProblem> problems = read(toml);
        for (Language language : Language.values()) {
            assertThat(problems).allSatisfy(
                    problem -> assertThat(problem.text(Messages.in(language))).doesNotContain("{").isNotBlank());
        }
        return problems.stream().map(problem -> problem.text(Messages.in(Language.PT_BR))).toList();
    }

    @Test
    void readsEveryKind() {
        assertThat(read("""
                [[notify]]
                name = "dono"
                kind = "email"
                host = "smtp.gmail.com"
                user = "loja@gmail.com"
                password = "file:senha.txt"
                to = ["dona@gmail.com", "suporte@softwarehouse.com.br"]
                [[notify]]
                name = "Telegram"
                kind = "telegram"
                token = "file:token.txt"
                chat = "-1001234567890"
                events = ["failure", "recovery"]
                [[notify]]
                name = "painel"
                kind = "webhook"
                url = "https://painel.example/avisos?chave=1"
                secret = "file:senha.txt"
                events = ["backup", "shutdown"]
                [[notify]]
                name = "vigia"
                kind = "ping"
                url = "file:url.txt"
                """)).isEmpty();
        List<ChannelSettings> channels = parts.of(NotifySettings.PART);
        assertThat(channels).extracting(ChannelSettings::name).containsExactly("dono", "Telegram", "painel", "vigia");
        assertThat(channels).extracting(ChannelSettings::host).containsExactly("smtp.gmail.com", "Telegram",
                "painel.example", "hc-ping.com");
        assertThat(channels.getFirst()).isInstanceOfSatisfying(EmailSettings.class, email -> {
            assertThat(email.port()).isEqualTo(587);
            assertThat(email.tls()).isEqualTo(EmailSettings.Tls.STARTTLS);
            assertThat(email.from()).isEqualTo("loja@gmail.com");
            assertThat(email.events()).contains(Event.FAILURE, Event.SUMMARY).doesNotContain(Event.BACKUP);
        });
        assertThat(channels.get(2).events()).containsExactlyInAnyOrder(Event.BACKUP, Event.SHUTDOWN);
        assertThat(channels.toString()).as("no secret and no whole address in any text form").doesNotContain("s3nh4",
                "AAFxx", "3f9c", "chave");
    }

    @Test
    void tellsWhatIsWrongWithAChannelWithItsPlace() {
        assertThat(told("""
                [[notify]]
                kind = "e-mail"
                coisa = 1
                [[notify]]
                name = "a"
                [[notify]]
                name = "A"
                kind = "telegram"
                chat = "fulano"
                token = "123:abc"
                [[notify]]
                name = "b"
                kind = "ping"
                url = "http://example.com/x"
                events = ["failure"]
                """)).containsExactly("linha 4, coluna 1, notify.name: falta preencher",
                "linha 5, coluna 1, notify.kind: não conheço \"e-mail\"; você quis dizer email? Valores aceitos: email, telegram, webhook, ping",
                "linha 7, coluna 1, notify.kind: falta preencher; valores aceitos: email, telegram, webhook, ping",
                "linha 10, coluna 1, notify.name: o nome \"A\" já é de outro canal",
                "linha 12, coluna 1, notify.chat: \"fulano\" não é uma conversa do Telegram; escreva o número dela, como \"123456789\" ou \"-1001234567890\", ou \"@nomedocanal\"",
                "linha 13, coluna 1, notify.token: senha em texto aberto não é aceita; guarde-a selada (sealed:…) ou em um arquivo protegido (file:…)",
                "linha 17, coluna 1, notify.url: o endereço deve começar com https://; http:// só é aceito neste computador (127.0.0.1) ou com insecure = true",
                "linha 18, coluna 1, notify.events: esta opção não existe");
    }

    @Test
    void tellsWhatIsWrongWithMail() {
        assertThat(told("""
                [[notify]]
                name = "a"
                kind = "email"
                host = "smtp://x y"
                tls = "off"
                user = "u"
                password = "file:senha.txt"
                to = ["fulano"]
                events = ["failure", "backup"]
                [[notify]]
                name = "b"
                kind = "email"
                host = "127.0.0.1"
                port = 99999
                tls = "off"
                user = "u@x"
                to = []
                [[notify]]
                name = "c"
                kind = "webhook"
                url = "painel"
                """)).satisfiesExactly(
                line -> assertThat(line).startsWith("linha 4, coluna 1, notify.from: \"u\" não é um endereço"),
                line -> assertThat(line).startsWith("linha 7, coluna 1, notify.host: "),
                line -> assertThat(line).startsWith("linha 8, coluna 1, notify.tls: tls = \"off\" com senha"),
                line -> assertThat(line).startsWith("linha 11, coluna 1, notify.to: \"fulano\" não é um endereço"),
                line -> assertThat(line).startsWith("linha 12, coluna 1, notify.events: não conheço \"backup\""),
                line -> assertThat(line).contains("notify.password: há um usuário, mas falta a senha"),
                line -> assertThat(line).startsWith("linha 17, coluna 1, notify.port: "),
                line -> assertThat(line).startsWith("linha 20, coluna 1, notify.to: está em branco"),
                line -> assertThat(line).startsWith("linha 24, coluna 1, notify.url: \"painel\" não é um endereço"));
    }

    @Test
    void aPlainTableIsToldHowToWriteIt() {
        assertThat(told("[notify]\nname = \"x\"\n")).first().asString().contains("[[notify]]");
    }

    @Test
    void readsOpeningHours() {
        assertThat(read("""
                [opening]
                monday = "8:00-12:00 13:30-19:00"
                saturday = "08:00 - 12:00, 22:00-24:00"
                closed = ["2026-12-24"]
                holidays = false
                [summary]
                at = "19:00"
                """)).isEmpty();
        OpeningSettings opening = parts.of(OpeningSettings.PART);
        BitSet monday = new BitSet();
        monday.set(32, 48);
        monday.set(54, 76);
        BitSet saturday = new BitSet();
        saturday.set(32, 48);
        saturday.set(88, 96);
        assertThat(opening.hours().orElseThrow().on(LocalDate.of(2026, 11, 23))).isEqualTo(monday);
        assertThat(opening.hours().orElseThrow().on(LocalDate.of(2026, 11, 28))).isEqualTo(saturday);
        assertThat(opening.hours().orElseThrow().on(LocalDate.of(2026, 11, 29))).isEqualTo(new BitSet());
        assertThat(opening.closedDays().contains(LocalDate.of(2026, 12, 24))).isTrue();
        assertThat(opening.closedDays().contains(LocalDate.of(2026, 12, 25))).isFalse();
        assertThat(parts.of(SummarySettings.PART).at()).isPresent();
    }

    @Test
    void tellsHoursThatAreNone() {
        assertThat(told("""
                [opening]
                monday = "8h às 18h"
                tuesday = "08:00-12:00 11:00-19:00"
                wednesday = "18:00-02:00"
                thursday = "08:00-12:00 às 13:00"
                friday = "08:00-25:00"
                segunda = "08:00-12:00"
                closed = ["24/12/2026"]
                [summary]
                at = "7 da noite"
                """)).satisfiesExactly(
                line -> assertThat(line).contains("linha 5, coluna 1, opening.monday", "8h às 18h"),
                line -> assertThat(line).contains("opening.tuesday", "\"11:00-19:00\" se sobrepõe"),
                line -> assertThat(line).contains("opening.wednesday", "24:00 e o resto no dia seguinte"),
                line -> assertThat(line).contains("opening.thursday", "\"às 13:00\""),
                line -> assertThat(line).contains("opening.friday", "08:00-25:00"),
                line -> assertThat(line).contains("opening.segunda", "não existe"),
                line -> assertThat(line).contains("opening.closed", "24/12/2026"),
                line -> assertThat(line).contains("linha 13, coluna 1, summary.at", "19:00"));
    }

    @Test
    void learnsTheHoursWhereNothingIsWritten() {
        assertThat(read("")).isEmpty();
        assertThat(parts.of(OpeningSettings.PART)).isEqualTo(OpeningSettings.LEARNED);
        assertThat(parts.of(NotifySettings.PART)).isEmpty();
        assertThat(parts.of(SummarySettings.PART).at()).isEmpty();
    }
}
