package br.com.dmbackup.testkit.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.microsoft.sqlserver.jdbc.SQLServerConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaQuestionsTest {
    private static final String VERIFY = "RESTORE VERIFYONLY FROM DISK = ? WITH CHECKSUM, STATS = 10";
    @TempDir
    private Path folder;
    private Till till;
    private SQLServerConnection connection;

    @BeforeEach
    void backUp() throws SQLException {
        till = new Till(folder);
        connection = till.connect();
        till.backUp(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        till.close();
    }

    @Test
    void findsAWholeBackupValid() throws SQLException {
        assertThat(Till.run(connection, VERIFY, till.bak.toString())).contains(3211).endsWith(3262);
    }

    @Test
    void tellsWhatIsInIt() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("RESTORE HEADERONLY FROM DISK = N'" + till.bak + "'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("DatabaseName")).isEqualTo("Shop");
            assertThat(rows.getString("ServerName")).isEqualTo("CAIXA01\\SQLEXPRESS");
            assertThat(rows.getString("BackupName")).isEqualTo("dmbackup");
            assertThat(rows.getShort("BackupType")).isEqualTo((short) 1);
            assertThat(rows.getInt("DatabaseVersion")).isEqualTo(957);
            assertThat(rows.getInt("SoftwareVersionMajor")).isEqualTo(16);
            assertThat(rows.getBoolean("IsCopyOnly")).isTrue();
            assertThat(rows.getBigDecimal("FirstLSN")).isPositive();
            assertThat(rows.getTimestamp("BackupStartDate"))
                    .isEqualTo(java.sql.Timestamp.valueOf("2026-11-23 09:30:00"));
            assertThat(rows.getString("BackupSetGUID"))
                    .isEqualToIgnoringCase(till.instance.history().getFirst().uuid().toString());
            assertThat(rows.next()).isFalse();
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement
                        .executeQuery("RESTORE FILELISTONLY FROM DISK = N'" + till.bak + "' WITH FILE = 1")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("LogicalName")).isEqualTo("Shop");
            assertThat(rows.getString("Type")).isEqualTo("D");
            assertThat(rows.getLong("Size")).isPositive();
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("LogicalName")).isEqualTo("Shop_log");
            assertThat(rows.getString("Type")).isEqualTo("L");
            assertThat(rows.getString("PhysicalName")).endsWith("Shop_log.ldf");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 511, 4_096, 4_097, 8_192, 70_000, 300_000})
    void findsEveryTruncation(int missing) throws IOException {
        byte[] bytes = Files.readAllBytes(till.bak);
        Files.write(till.bak, Arrays.copyOf(bytes, bytes.length - missing));
        assertThat(verify()).first().isIn(3203, 3242, 3241);
    }

    @Test
    void findsEveryTurnedBitInPagesAndHeaders() throws IOException {
        byte[] bytes = Files.readAllBytes(till.bak);
        int page = indexOfPage(bytes);
        for (int at : new int[]{page, page + 97, page + 8_191, page + 5 * 8_192 + 0x3C}) {
            assertThat(verifyWithFlip(bytes, at)).as("byte %d", at).containsExactly(3183, 3013);
        }
        for (int at = 0; at < 52; at++) {
            assertThat(verifyWithFlip(bytes, at)).as("byte %d", at).first().isIn(3241, 3242, 3203);
        }
    }

    @Test
    void tellsOtherFilesFromBackups() throws IOException {
        Files.writeString(till.bak, "PGDMP, not ours".repeat(100));
        assertThat(verify()).containsExactly(3241, 3013);
        Files.delete(till.bak);
        assertThat(verify()).containsExactly(3201, 3013);
    }

    @Test
    void comparesNoChecksumsThatWereNotTaken() throws SQLException {
        till.clock.advance(java.time.Duration.ofHours(1));
        till.backUp(connection, "BACKUP DATABASE ? TO DISK = ? WITH FORMAT, INIT", "Shop");
        assertThat(verify()).containsExactly(3187, 3013);
        assertThat(Till.run(connection, "RESTORE VERIFYONLY FROM DISK = ? WITH STATS = 10", till.bak.toString()))
                .endsWith(3262);
    }

    @Test
    void findsABackupThatNeverEnded() throws IOException {
        Files.delete(till.bak);
        till.instance.disk().setFree(500_000);
        assertThat(catchThrowableOfType(SQLException.class, () -> till.backUp(connection)).getErrorCode())
                .isEqualTo(3202);
        assertThat(verify()).containsExactly(3203, 3013);
    }

    private List<Integer> verifyWithFlip(byte[] bytes, int at) throws IOException {
        byte[] damaged = bytes.clone();
        damaged[at] ^= 4;
        Files.write(till.bak, damaged);
        return verify();
    }

    private List<Integer> verify() {
        return Background.numbers(
                catchThrowableOfType(SQLException.class, () -> Till.run(connection, VERIFY, till.bak.toString())));
    }

    private static int indexOfPage(byte[] bytes) {
        for (int at = 4_096; at < bytes.length; at += 512) {
            if (bytes[at] == 1 && bytes[at + 1] == 1 && bytes[at + 5] == 2 && bytes[at + 0x24] == 1) {
                return at;
            }
        }
        throw new AssertionError("no page");
    }
}
