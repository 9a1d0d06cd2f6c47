package br.com.dmbackup.engine.sqlserver.staging;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.engine.sqlserver.Scene;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StagingRightsTest {
    private static final StagingRights WINDOWS = new StagingRights(
            new ServerAccount(true, "NT Service\\MSSQL$SQLEXPRESS", "CAIXA01"), "LOJA\\backup");
    private static final StagingRights LINUX = new StagingRights(new ServerAccount(false, "mssql", "CAIXA01"),
            "dmbackup");
    @TempDir
    private Path folder;

    @Test
    void namesBothAccountsAndTheCommandForWindows() {
        BackupFault denied = WINDOWS.serverDenied("D:\\DMBackup\\staging");
        assertThat(denied.code()).isEqualTo(FaultCode.STAGING_DENIED);
        assertThat(denied.arguments()).containsExactly("D:\\DMBackup\\staging", "NT Service\\MSSQL$SQLEXPRESS",
                "LOJA\\backup", "icacls \"D:\\DMBackup\\staging\" /grant \"NT Service\\MSSQL$SQLEXPRESS:(OI)(CI)M\" "
                        + "\"LOJA\\backup:(OI)(CI)M\"");
    }

    @Test
    void namesUsAsIcaclsKnowsUs() {
        assertThat(StagingRights.ourName("backup", Optional.of("LOJA"))).isEqualTo("LOJA\\backup");
        assertThat(StagingRights.ourName("CAIXA01$", Optional.of("LOJA"))).isEqualTo("*S-1-5-18");
        assertThat(StagingRights.ourName("SISTEMA", Optional.of("AUTORIDADE NT"))).isEqualTo("*S-1-5-18");
        assertThat(StagingRights.ourName("dmbackup", Optional.empty())).isEqualTo("dmbackup");
    }

    @Test
    void letsNoBackslashHideAQuotationMark() {
        assertThat(command(WINDOWS.serverDenied("D:\\staging\\"))).startsWith("icacls \"D:\\staging\" ");
        assertThat(command(WINDOWS.serverDenied("D:\\"))).startsWith("icacls \"D:\\.\" ");
    }

    @Test
    void namesWindowsOwnAccountsByNumberAsTheirNamesAreTranslated() {
        assertThat(grantee("LocalSystem")).isEqualTo("*S-1-5-18");
        assertThat(grantee("NT AUTHORITY\\NetworkService")).isEqualTo("*S-1-5-20");
        assertThat(grantee(".\\sqlserver")).isEqualTo("sqlserver");
        assertThat(grantee("LOJA\\svc-sql$")).isEqualTo("LOJA\\svc-sql$");
    }

    @Test
    void grantsTheComputerOnAShareWhereNobodyKnowsItsOwnAccounts() {
        BackupFault denied = WINDOWS.serverDenied("\\\\TERMINAL\\dmbackup");
        assertThat(denied.arguments()[1]).isEqualTo("CAIXA01$");
        assertThat(command(denied)).contains("/grant \"CAIXA01$:(OI)(CI)M\"");
        ServerAccount known = new ServerAccount(true, "LOJA\\svc-sql", "CAIXA01");
        assertThat(new StagingRights(known, "x").serverDenied("\\\\TERMINAL\\dmbackup").arguments()[1])
                .isEqualTo("LOJA\\svc-sql");
    }

    @Test
    void opensTheFolderItsFilesAndTheWayThereOnLinux() throws Exception {
        Path closed = Files.createDirectory(folder.resolve("home"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path staging = Files.createDirectory(closed.resolve("d'água"));
        String quoted = "'" + closed + "/d'\\''água'";
        assertThat(command(LINUX.serverDenied(staging.toString()))).startsWith("sudo setfacl -m "
                + "u:mssql:rwx,d:u:mssql:rwx,u:dmbackup:rwx,d:u:dmbackup:rwx " + quoted
                + " && sudo setfacl -m u:mssql:x,u:dmbackup:x ").contains("'" + closed + "'");
    }

    @ParameterizedTest
    @CsvSource({"5, STAGING_DENIED", "1326, STAGING_DENIED", "2, STAGING_MISSING", "3, STAGING_MISSING",
            "53, STAGING_MISSING", "67, STAGING_MISSING", "32, ", "21, "})
    void goesByTheNumberOfTheSystemInWhateverLanguage(int number, FaultCode expected) {
        SQLException refusal = new SQLException("Das Sicherungsmedium 'D:\\2024(3)\\x.bak' kann nicht geöffnet werden. "
                + "Betriebssystemfehler " + number + "(Zugriff verweigert).", "S0001", 3201);
        assertThat(WINDOWS.refused(refusal, "D:\\2024(3)").map(BackupFault::code)).isEqualTo(Optional
                .ofNullable(expected));
        assertThat(WINDOWS.refused(new SQLException("5(", "S0001", 3203), "D:\\")).isEmpty();
    }

    @Test
    void grantsOurselvesWhereWeAreTheOneWhoIsDenied() {
        assertThat(command(LINUX.weAreDenied(folder))).contains("u:dmbackup:rwx").doesNotContain("mssql");
    }

    @Test
    void asksTheServerWhoItIs() throws SQLException {
        try (Scene scene = new Scene(folder)) {
            assertThat(account(scene)).isEqualTo(new ServerAccount(false, "mssql", "CAIXA01"));
            scene.instance.claimWindows("LOJA\\svc-sql");
            assertThat(account(scene)).isEqualTo(new ServerAccount(true, "LOJA\\svc-sql", "CAIXA01"));
            scene.as("dmbackup", "db_backupoperator");
            assertThat(account(scene)).as("without the right to be told")
                    .isEqualTo(new ServerAccount(true, "NT Service\\MSSQL$SQLEXPRESS", "CAIXA01"));
        }
    }

    private static ServerAccount account(Scene scene) throws SQLException {
        return Session.once(scene.address(), Session.MASTER, ServerAccount::of);
    }

    private static String grantee(String account) {
        return new ServerAccount(true, account, "CAIXA01").grantee();
    }

    private static String command(BackupFault denied) {
        return (String) denied.arguments()[3];
    }
}
