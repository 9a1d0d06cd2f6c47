package br.com.dmbackup.testkit.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.sqlserver.jdbc.SQLServerException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests, result sets and types as the driver sends and reads them. */
class RequestsTest {
    @TempDir
    private Path folder;
    private Till till;

    @BeforeEach
    void open() {
        till = new Till(folder);
    }

    @AfterEach
    void close() {
        till.close();
    }

    @Test
    void answersTheSameStatementTextAfterTextPreparedAndByHandle() throws SQLException {
        try (Connection connection = till.connect()) {
            try (PreparedStatement statement = connection.prepareStatement("SELECT ? AS a, DB_ID(?) AS b")) {
                for (int i = 0; i < 5; i++) {
                    statement.setString(1, "run " + i);
                    statement.setString(2, i == 4 ? "nowhere" : "master");
                    try (ResultSet rows = statement.executeQuery()) {
                        assertThat(rows.next()).isTrue();
                        assertThat(rows.getString("a")).isEqualTo("run " + i);
                        assertThat(rows.getObject("b")).isEqualTo(i == 4 ? null : (short) 1);
                        assertThat(rows.next()).isFalse();
                    }
                }
            }
            connection.setCatalog("Shop");
            assertThat(Till.ask(connection, "SELECT DB_NAME()")).isEqualTo("Shop");
        }
        assertThat(till.server.refused()).isEmpty();
    }

    @Test
    void readsEveryKindOfParameter() throws SQLException {
        String longText = "ç".repeat(5_000);
        UUID uuid = UUID.randomUUID();
        try (Connection connection = till.connect();
                PreparedStatement statement = connection.prepareStatement("SELECT CAST(? AS nvarchar(max)), "
                        + "CAST(? AS bigint), CAST(? AS bit), CAST(? AS int), CAST(? AS nvarchar(60)), "
                        + "CAST(? AS nvarchar(60)), CAST(? AS nvarchar(60)), CAST(? AS datetime2)")) {
            statement.setString(1, longText);
            statement.setLong(2, -5_000_000_000L);
            statement.setBoolean(3, true);
            statement.setNull(4, Types.INTEGER);
            statement.setObject(5, uuid, microsoft.sql.Types.GUID);
            statement.setBigDecimal(6, new java.math.BigDecimal("-12.50"));
            statement.setDouble(7, 0.25);
            statement.setTimestamp(8, java.sql.Timestamp.valueOf("2026-11-23 09:30:15.1234567"));
            try (ResultSet rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo(longText);
                assertThat(rows.getLong(2)).isEqualTo(-5_000_000_000L);
                assertThat(rows.getBoolean(3)).isTrue();
                assertThat(rows.getObject(4)).isNull();
                assertThat(rows.getString(5)).isEqualToIgnoringCase(uuid.toString());
                assertThat(rows.getString(6)).isEqualTo("-12.50");
                assertThat(rows.getString(7)).isEqualTo("0.25");
                assertThat(rows.getTimestamp(8)).isEqualTo(java.sql.Timestamp.valueOf("2026-11-23 09:30:15.1234567"));
            }
        }
        assertThat(till.server.refused()).isEmpty();
    }

    @Test
    void insertsAndCounts() throws SQLException {
        try (Connection connection = till.connect("encrypt=false;databaseName=Shop");
                PreparedStatement insert = connection
                        .prepareStatement("INSERT INTO dbo.items (id, name) VALUES (?, ?)")) {
            insert.setLong(1, 77_777);
            insert.setString(2, "Curativo");
            assertThat(insert.executeUpdate()).isEqualTo(1);
            assertThat(Till.ask(connection, "SELECT name FROM dbo.items WHERE id = 77777")).isEqualTo("Curativo");
        }
    }

    @Test
    void answersTheProbesOfTheServer() throws SQLException {
        try (Connection connection = till.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT SERVERPROPERTY('EngineEdition'), "
                        + "SERVERPROPERTY('Edition'), SERVERPROPERTY('ProductVersion'), SERVERPROPERTY('IsLocalDB'), "
                        + "SERVERPROPERTY('InstanceDefaultBackupPath'), SERVERPROPERTY('Nonsense'), "
                        + "CAST(SERVERPROPERTY('EngineEdition') AS int)")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(4);
            assertThat(rows.getString(2)).startsWith("Express Edition");
            assertThat(rows.getString(3)).isEqualTo("16.0.1000.6");
            assertThat(rows.getInt(4)).isZero();
            assertThat(rows.getString(5)).isEqualTo(till.instance.backupFolder().toString());
            assertThat(rows.getObject(6)).isNull();
            assertThat(rows.getInt(7)).isEqualTo(4);
        }
        try (Connection connection = till.connect()) {
            assertThat(Till.askAll(connection, "EXEC master.dbo.xp_instance_regread N'HKEY_LOCAL_MACHINE', "
                    + "N'Software\\Microsoft\\MSSQLServer\\MSSQLServer', N'BackupDirectory'"))
                    .containsExactly(List.of("BackupDirectory", till.instance.backupFolder().toString()));
        }
    }

    @Test
    void countsTheRowsOfEveryTableFromThePartitions() throws SQLException {
        try (Connection connection = till.connect("encrypt=false;databaseName=Shop")) {
            String counts = "SELECT s.name AS schema_name, t.name AS table_name, SUM(p.rows) AS row_count FROM %ssys.tables t "
                    + "JOIN %ssys.schemas s ON s.schema_id = t.schema_id JOIN %ssys.partitions p "
                    + "ON p.object_id = t.object_id AND p.index_id IN (0, 1) GROUP BY s.name, t.name ORDER BY t.name";
            assertThat(Till.askAll(connection, counts.formatted("", "", "")))
                    .containsExactly(List.of("dbo", "items", "20000"));
            connection.setCatalog("master");
            assertThat(Till.askAll(connection, counts.formatted("[Shop].", "[Shop].", "[Shop].")))
                    .containsExactly(List.of("dbo", "items", "20000"));
        }
    }

    @Test
    void findsUsersWithoutALogin() throws SQLException {
        till.shop.add(new br.com.dmbackup.testkit.sqlserver.state.User("orphan", "sid:gone", java.util.Set.of()));
        String orphans = "SELECT u.name FROM sys.database_principals u LEFT JOIN sys.server_principals l "
                + "ON l.sid = u.sid WHERE u.type = 'S' AND l.sid IS NULL";
        till.instance.add(br.com.dmbackup.testkit.sqlserver.state.Login.of("orphan", "o"));
        try (Connection connection = till.connect("encrypt=false;databaseName=Shop")) {
            assertThat(Till.askAll(connection, orphans)).containsExactly(List.of("orphan"));
            Till.run(connection, "ALTER USER [orphan] WITH LOGIN = [orphan]");
            assertThat(Till.askAll(connection, orphans)).isEmpty();
        }
    }

    @Test
    void handsOutAFileAsOneStreamOfBytes() throws Exception {
        byte[] content = "dump".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(till.instance.backupFolder().resolve("a.bin"), content);
        try (Connection connection = till.connect();
                PreparedStatement statement = connection
                        .prepareStatement("SELECT BulkColumn FROM OPENROWSET(BULK N'" + file + "', SINGLE_BLOB) x");
                ResultSet rows = statement.executeQuery()) {
            assertThat(rows.next()).isTrue();
            try (InputStream in = rows.getBinaryStream(1)) {
                assertThat(in.readAllBytes()).isEqualTo(content);
            }
        }
    }

    @Test
    void saysWhatItDoesNotKnowAndRemembersIt() throws SQLException {
        try (Connection connection = till.connect()) {
            assertRefused(connection, "SHUTDOWN WITH NOWAIT");
            assertRefused(connection, "BACKUP DATABASE [Shop] TO DISK = N'x' WITH FORMAT, INIT, MIRROR");
            assertRefused(connection, "backup database [Shop] to disk = N'x' with format, init");
            assertRefused(connection, "SELECT 1; DROP TABLE items");
            assertThatThrownBy(() -> Till.run(connection, "SELECT name FROM sys.nothing"))
                    .satisfies(e -> assertThat(((SQLServerException) e).getErrorCode()).isEqualTo(208));
            assertThatThrownBy(() -> Till.run(connection, "SELECT nothing FROM sys.databases"))
                    .satisfies(e -> assertThat(((SQLServerException) e).getErrorCode()).isEqualTo(207));
            assertThat(connection.isValid(5)).isTrue();
        }
        assertThat(till.server.refused()).hasSize(4).contains("SHUTDOWN WITH NOWAIT", "DROP TABLE items");
    }

    @Test
    void isLenientInWhiteSpaceOnly() throws SQLException {
        try (Connection connection = till.connect()) {
            assertThat(Till.run(connection, "\n BACKUP   DATABASE [Shop]\n\tTO DISK=N'" + till.bak
                    + "' WITH FORMAT ,INIT,  STATS=50 ;\n")).contains(3014);
        }
        assertThat(till.server.refused()).isEmpty();
    }

    @Test
    void takesStringsWhereItTakesVariables() throws SQLException {
        till.instance.create("Loja d'água");
        try (Connection connection = till.connect()) {
            assertThat(Till.run(connection, "BACKUP DATABASE [Loja d'água] TO DISK = N'" + till.bak
                    + "' WITH FORMAT, INIT, NAME = N'cópia d''água, a 1ª', STATS = 5")).contains(3014);
            assertThat(Till.askAll(connection, "SELECT database_name, name FROM msdb.dbo.backupset"))
                    .containsExactly(List.of("Loja d'água", "cópia d'água, a 1ª"));
        }
        assertThat(till.server.refused()).isEmpty();
    }

    private void assertRefused(Connection connection, String text) {
        assertThatThrownBy(() -> Till.run(connection, text)).isInstanceOf(SQLServerException.class)
                .hasMessageContaining("does not know this statement")
                .satisfies(e -> assertThat(((SQLServerException) e).getErrorCode()).isEqualTo(156));
    }
}
