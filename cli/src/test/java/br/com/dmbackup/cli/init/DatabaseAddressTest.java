package br.com.dmbackup.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseAddressTest {
    private static final Messages WORDS = Messages.in(Language.PT_BR);

    @Test
    void aServersDatabaseTakesThePlaceOfAFileWithoutWhatBelongedToIt() {
        SettingsFile settings = SettingsFile.parse("""
                [database]
                engine = "file"
                name = "Loja"
                path = "/erp/*.fbk"
                settle_seconds = 30 # as the ERP is slow
                keep_dump = true
                """);
        DatabaseAddress.of("postgresql://u@pc/mcdados", Optional.empty()).putInto(settings, WORDS);
        assertThat(settings.keys("database")).containsExactlyInAnyOrder("engine", "name", "keep_dump", "host",
                "database", "user");
        assertThat(settings.get("database", "name")).contains("Loja");
        assertThat(DatabaseAddress.shown(settings)).contains("postgresql://u@pc/mcdados");
    }

    @Test
    void anotherAddressKeepsWhatWasSaidByHandAndForgetsTheOldPort() {
        SettingsFile settings = SettingsFile.parse("""
                [database]
                engine = "postgresql"
                host = "velho"
                port = 5433
                database = "mcdados"
                user = "u"
                password = "sealed:abc"
                programs = "/opt/pg/bin"
                """);
        DatabaseAddress.of("postgresql://u@novo/mcdados", Optional.empty()).putInto(settings, WORDS);
        assertThat(settings.get("database", "port")).isEmpty();
        assertThat(settings.get("database", "host")).contains("novo");
        assertThat(settings.get("database", "password")).contains("sealed:abc");
        assertThat(settings.get("database", "programs")).contains("/opt/pg/bin");
    }

    @Test
    void aCommandKeepsItsArgumentsApart() {
        SettingsFile settings = SettingsFile.parse("");
        DatabaseAddress.ofCommand(List.of("gbak", "-b", "minha loja.fdb", "stdout")).putInto(settings, WORDS);
        SettingsFile readAgain = SettingsFile.parse(settings.text());
        assertThat(readAgain.texts("database", "command")).containsExactly("gbak", "-b", "minha loja.fdb", "stdout");
        assertThat(DatabaseAddress.shown(readAgain)).contains("gbak -b minha loja.fdb stdout");
        DatabaseAddress.ofCommand(List.of("gbak", "-b", "minha loja.fdb", "stdout")).putInto(readAgain, WORDS);
        assertThat(readAgain.text()).isEqualTo(settings.text());
    }

    @Test
    void aGlobIsNoPathButItsFolderIs() {
        Path here = Path.of("/loja");
        assertThat(DatabaseAddress.absolute("backup/*.fbk", here::resolve)).isEqualTo("/loja/backup/*.fbk");
        assertThat(DatabaseAddress.absolute("loja.db", here::resolve)).isEqualTo("/loja/loja.db");
        assertThat(DatabaseAddress.absolute("/erp/copia.bak", here::resolve)).isEqualTo("/erp/copia.bak");
        assertThat(DatabaseAddress.absolute("/copia.bak", here::resolve)).isEqualTo("/copia.bak");
        assertThat(DatabaseAddress.absolute("postgresql://u@pc/m", here::resolve)).isEqualTo("postgresql://u@pc/m");
    }
}
