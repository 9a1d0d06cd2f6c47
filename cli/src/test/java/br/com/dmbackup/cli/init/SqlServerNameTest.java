package br.com.dmbackup.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlServerNameTest {
    private static final Messages WORDS = Messages.in(Language.PT_BR);

    @Test
    void saysWhatTheSettingsNeed() {
        assertThat(SqlServerName.keys("sqlserver://dmbackup@servidor:49172/MCDados?encryption=trust"))
                .isEqualTo(Map.of("host", "servidor", "port", 49172L, "database", "MCDados", "user", "dmbackup",
                        "encryption", "trust"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlserver://sa@CAIXA01\\SQLEXPRESS/MCDados", "sqlserver://sa@CAIXA01/SQLEXPRESS/MCDados"})
    void takesAnInstanceAsATechnicianTypesIt(String word) {
        assertThat(SqlServerName.objection(word)).isEmpty();
        assertThat(SqlServerName.keys(word)).isEqualTo(
                Map.of("host", "CAIXA01", "instance", "SQLEXPRESS", "database", "MCDados", "user", "sa"));
    }

    @Test
    void takesNamesAsPeopleGiveThem() {
        assertThat(SqlServerName.keys("sqlserver://João@pc_caixa/Farmácia São João"))
                .isEqualTo(Map.of("host", "pc_caixa", "database", "Farmácia São João", "user", "João"));
        assertThat(SqlServerName.keys("sqlserver://u@[::1]:1433/100%25+tax"))
                .isEqualTo(Map.of("host", "::1", "port", 1433L, "database", "100%+tax", "user", "u"));
        assertThat(SqlServerName.keys("sqlserver://u@.\\SQLEXPRESS/Loja")).containsEntry("host", "127.0.0.1");
        assertThat(SqlServerName.keys("sqlserver://u@/Loja")).containsEntry("host", "127.0.0.1");
        assertThat(SqlServerName.keys("sqlserver://u@(local)/Loja")).containsEntry("host", "127.0.0.1");
    }

    @Test
    void knowsAUserOfWindowsByTheDomain() {
        assertThat(SqlServerName.keys("sqlserver://LOJA\\backup@CAIXA01/MCDados")).isEqualTo(Map.of("host", "CAIXA01",
                "database", "MCDados", "user", "backup", "domain", "LOJA", "login", "windows"));
        assertThat(SqlServerName.keys("sqlserver://CAIXA01\\SQLEXPRESS/MCDados?login=integrated")).isEqualTo(
                Map.of("host", "CAIXA01", "instance", "SQLEXPRESS", "database", "MCDados", "login", "integrated"));
        assertThat(SqlServerName.takesPassword("sqlserver://CAIXA01/MCDados?login=integrated")).isFalse();
        assertThat(SqlServerName.takesPassword("sqlserver://sa@CAIXA01/MCDados")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlserver://servidor/MCDados", "sqlserver://u@servidor", "sqlserver://u@servidor/",
            "sqlserver://", "sqlserver://u@servidor:porta/MCDados", "sqlserver://u@servidor/MCDados?password=segredo",
            "sqlserver://u@servidor\\A/B/MCDados", "sqlserver://u@servidor/A/B/C",
            "sqlserver://u@servidor/MCDados?login=integrated"})
    void refusesWhatIsNoAddress(String word) {
        assertThat(SqlServerName.objection(word)).contains("init.sqlserver.form");
    }

    @Test
    void refusesAPasswordWhereOthersSeeIt() {
        assertThat(SqlServerName.objection("sqlserver://sa:segredo@servidor/MCDados"))
                .contains("init.sqlserver.password");
    }

    @ParameterizedTest
    @CsvSource({"sqlserver://sa@CAIXA01\\SQLEXPRESS/MCDados,sqlserver://sa@CAIXA01\\SQLEXPRESS/MCDados",
            "sqlserver://sa@CAIXA01/SQLEXPRESS/MCDados,sqlserver://sa@CAIXA01\\SQLEXPRESS/MCDados",
            "sqlserver://u@127.0.0.1:1433/São José,sqlserver://u@127.0.0.1:1433/São José",
            "sqlserver://u@[::1]:1433/a%2Fb?encryption=trust,sqlserver://u@[::1]:1433/a%2Fb?encryption=trust",
            "sqlserver://LOJA\\v@pc/x,sqlserver://LOJA\\v@pc/x?login=windows",
            "sqlserver://pc/x?login=integrated&encryption=login,sqlserver://pc/x?login=integrated&encryption=login"})
    void isShownAgainAsAnAddressThatMeansTheSame(String word, String shown) {
        SettingsFile settings = SettingsFile.parse("");
        DatabaseAddress.of(word, Optional.empty()).putInto(settings, WORDS);
        assertThat(DatabaseAddress.shown(settings)).contains(shown);
        String before = settings.text();
        DatabaseAddress.of(shown, Optional.empty()).putInto(settings, WORDS);
        assertThat(settings.text()).isEqualTo(before);
    }

    @Test
    void anotherAddressForgetsWhatBelongedToTheOneBefore() {
        SettingsFile settings = SettingsFile.parse("""
                [database]
                engine = "sqlserver"
                host = "velho"
                instance = "A"
                port = 1500
                database = "x"
                user = "u"
                password = "sealed:abc"
                encryption = "trust"
                staging = 'D:\\\\Backup'
                """);
        DatabaseAddress.of("sqlserver://novo/x?login=integrated", Optional.empty()).putInto(settings, WORDS);
        assertThat(settings.keys("database")).containsExactlyInAnyOrder("engine", "host", "database", "login",
                "staging");
    }

    @Test
    void everyKeyIsExplainedWhereItIsWritten() {
        SettingsFile settings = SettingsFile.blank(WORDS);
        DatabaseAddress.of("sqlserver://LOJA\\v@pc\\I:1/x?encryption=verify&certificate=c.cer&staging=D:\\B"
                + "&staging_on_server=E:\\B", Optional.empty()).putInto(settings, WORDS);
        for (String key : settings.keys("database")) {
            assertThat(settings.text()).contains(WORDS.text("settings.comment.database." + key));
        }
    }
}
