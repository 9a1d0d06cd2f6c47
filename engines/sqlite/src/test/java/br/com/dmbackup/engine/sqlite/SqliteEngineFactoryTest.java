package br.com.dmbackup.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.ServiceStatus;
import br.com.dmbackup.core.settings.SettingsSection;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteEngineFactoryTest {
    @TempDir
    Path folder;

    @Test
    void makesAnEngineForThePathInTheSettings() {
        SqliteLive live = new SqliteLive(folder, "wal");
        SqliteEngineFactory factory = new SqliteEngineFactory();
        assertThat(factory.kind()).isEqualTo("sqlite");
        try (DatabaseEngine engine = factory.configure(pathOf(live.file()), "MCDados", Checkpoint.NONE)
                .apply(SqliteLive.NOON)) {
            assertThat(engine.checkService()).isInstanceOf(ServiceStatus.Ready.class);
            assertThat(engine.kind()).isEqualTo("sqlite");
            assertThat(engine.databaseName()).isEqualTo("MCDados");
            assertThat(engine.facts().engineVersion()).startsWith("SQLite 3.");
            assertThat(engine.facts().sizeBytes()).isEqualTo(live.file().toFile().length());
        }
    }

    /** Strict: any other key or type is refused. */
    private static SettingsSection pathOf(Path file) {
        return (SettingsSection) Proxy.newProxyInstance(SettingsSection.class.getClassLoader(),
                new Class<?>[]{SettingsSection.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("path");
                    assertThat(arguments).containsExactly("path");
                    return file;
                });
    }
}
