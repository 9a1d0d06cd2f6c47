package br.com.dmbackup.engine.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.settings.SettingsProblem;
import br.com.dmbackup.testkit.settings.WrittenSection;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresEngineFactoryTest {
    @TempDir
    Path home;

    @Test
    void readsItsSectionAndTakesTheDatabasesNameFromTheDumps() {
        WrittenSection written = WrittenSection.in(home, "user = 'loja'");
        try (DatabaseEngine engine = new PostgresEngineFactory()
                .configure(written.section(), "MCDados", Checkpoint.NONE).apply(Clock.systemUTC())) {
            assertThat(engine.kind()).isEqualTo("postgresql");
            assertThat(engine.databaseName()).isEqualTo("MCDados");
        }
        assertThat(written.problems()).isEmpty();
    }

    @Test
    void tellsEverythingThatIsWrongTogether() {
        WrittenSection written = WrittenSection.in(home, "port = 70000", "sslmode = 'sempre'", "password = 'aberta'",
                "hots = 'servidor'");
        new PostgresEngineFactory().configure(written.section(), "MCDados", Checkpoint.NONE);
        assertThat(written.problems()).extracting(SettingsProblem::key).containsExactlyInAnyOrder("port", "sslmode",
                "password", "hots", "user");
    }
}
