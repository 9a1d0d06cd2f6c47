package br.com.dmbackup.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.DumpTraits;
import br.com.dmbackup.core.engine.Proof;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalog that an earlier program made. */
class CatalogMigrationTest {
    private static final String BACKUP = "0192aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee";

    private static final String SUSPICIOUS = "0192aaaa-bbbb-7ccc-8ddd-ffffffffffff";

    @TempDir
    Path folder;

    @Test
    void whatTheFirstVersionKnewIsKept() throws SQLException {
        Path file = folder.resolve("catalog.db");
        Flyway.configure().dataSource("jdbc:sqlite:" + file, null, null)
                .locations("classpath:br/com/dmbackup/core/catalog").target("1").load().migrate();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement()) {
            sql.execute("insert into backup values ('" + BACKUP + "', 'SLOT', 9, 1, 2, 'America/Sao_Paulo', 'sqlite',"
                    + " 'MCDados', 3, 'aa', 4)");
            sql.execute("insert into backup values ('" + SUSPICIOUS + "', 'SLOT', 9, 5, 6, 'America/Sao_Paulo',"
                    + " 'sqlite', 'MCDados', 1, 'bb', 7)");
            sql.execute("insert into placement values ('local', 'suspeito/1/MCDados.zip', 'SUSPICIOUS', '" + SUSPICIOUS
                    + "', 1, 1, 'HELD', null)");
            sql.execute("insert into run values (1, 1, 2, 'SUCCEEDED', null, '" + BACKUP + "', 3, 2, 'boot', 1)");
            sql.execute("insert into drill values (1, '" + BACKUP + "', 5, 1, null, 6, 7, 8)");
        }
        try (Catalog catalog = Catalog.open(file, Clock.systemUTC())) {
            assertThat(catalog.fresh()).isFalse();
            assertThat(catalog.backup(BackupId.parse(BACKUP))).hasValueSatisfying(backup -> {
                assertThat(backup.dumpMadeAt()).isEmpty();
                assertThat(backup.orderedAt()).isEqualTo(Instant.ofEpochMilli(4));
            });
            assertThat(catalog.drills()).singleElement().satisfies(drill -> {
                assertThat(drill.provesDatabase()).isTrue();
                assertThat(drill.duration()).isEqualTo(Duration.ofMillis(8));
            });
            assertThat(catalog.goodMeasures("sqlite", "MCDados", 10)).singleElement().satisfies(measure -> {
                assertThat(measure.dumpBytes()).isEqualTo(3);
                assertThat(measure.traits()).hasValue(new DumpTraits(2, 3, 2, false));
            });
            assertThat(catalog.suspiciousBackups()).extracting(backup -> backup.id().toString())
                    .containsExactly(SUSPICIOUS);
            catalog.note(new DrillRecord(Optional.of(BackupId.parse(BACKUP)), Instant.EPOCH, true, Optional.empty(), 0,
                    0, Duration.ZERO, Proof.BYTES));
            assertThat(catalog.drills().getFirst().provesDatabase()).isFalse();
        }
    }
}
