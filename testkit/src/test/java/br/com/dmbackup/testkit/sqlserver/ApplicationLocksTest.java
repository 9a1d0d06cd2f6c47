package br.com.dmbackup.testkit.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationLocksTest {
    private static final String LOCK = "SET NOCOUNT ON DECLARE @granted int EXEC @granted = sp_getapplock "
            + "@Resource = ?, @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 0 "
            + "SELECT @granted AS granted";
    private static final String UNLOCK = "SET NOCOUNT ON DECLARE @released int EXEC @released = sp_releaseapplock "
            + "@Resource = ?, @LockOwner = N'Session' SELECT @released AS released";
    @TempDir
    private Path folder;

    @Test
    void areHeldByOneSessionUntilItGivesThemBackOrEnds() throws SQLException {
        try (Till till = new Till(folder); Connection one = till.connect()) {
            assertThat(Till.ask(one, LOCK, "a")).isEqualTo("0");
            assertThat(Till.ask(one, LOCK, "a")).isEqualTo("0");
            try (Connection other = till.connect()) {
                assertThat(Till.ask(other, LOCK, "a")).isEqualTo("-1");
                assertThat(Till.ask(other, UNLOCK, "a")).isEqualTo("-999");
                assertThat(Till.ask(one, UNLOCK, "a")).isEqualTo("0");
                assertThat(Till.ask(other, LOCK, "a")).isEqualTo("0");
            }
            Background.awaitUntil(() -> till.instance.clients().size() == 1);
            assertThat(Till.ask(one, LOCK, "a")).isEqualTo("0");
            assertThat(till.server.refused()).isEmpty();
        }
    }

    @Test
    void lieInTheDatabaseInWhichTheyWereTaken() throws SQLException {
        try (Till till = new Till(folder);
                Connection one = till.connect();
                Connection other = till.connect("encrypt=false;databaseName=Shop")) {
            assertThat(Till.ask(one, LOCK, "a")).isEqualTo("0");
            assertThat(Till.ask(other, LOCK, "a")).isEqualTo("0");
        }
    }
}
