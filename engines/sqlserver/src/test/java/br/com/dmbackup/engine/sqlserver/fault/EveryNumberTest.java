package br.com.dmbackup.engine.sqlserver.fault;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.engine.sqlserver.connection.Encryption;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerAddress;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerLogin;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** All numbers that a SQL Server may answer with when it is asked for backups and restores. */
class EveryNumberTest {
    /** A language that none of ours is, so that it is noticed where it gets through. */
    private static final String FOREIGN = "Nelze provést operaci \"Xyzzy\" s databází.";
    private static final int[] CAUSES = {18456, 18452, 18470, 18486, 18487, 18488, 4060, 916, 4064, 911, 927, 942, 926,
            922, 924, 3147, 3024, 262, 229, 300, 3110, 3265, 3201, 3044, 3057, 3078, 3038, 3634, 3206, 3202, 3271, 3257,
            1827, 1105, 9002, 3203, 823, 824, 825, 3021, 3023, 3033, 3035, 4208, 4214, 4212, 3043, 1844, 3218, 3098,
            3241, 3242, 3254, 3256, 3266, 3183, 3187, 3189, 3132, 3169, 3101, 3102, 3141, 3154, 3156, 3159, 3117, 4305,
            4326,
            4312, 1834, 5133, 5120, 1205, 1222, 15105, 596, 6005, 1801, 3702, 5030, 5061, 5064, 7983, 15247, 15151,
            5011, 3704, 4860};
    private static final int[] OUTCOMES = {3013, 3041, 3204, 3119, 3009, 3211, 4035, 3014, 3262, 5701, 5703, 5069};
    private static final SqlServerFaults FAULTS = new SqlServerFaults(
            new SqlServerAddress("CAIXA01", OptionalInt.empty(),
                    Optional.of("SQLEXPRESS"), new SqlServerLogin.Sql("dmbackup", new Secret("x".toCharArray())),
                    new Encryption(Encryption.Mode.VERIFY, Optional.empty())));

    static Stream<Integer> everyNumber() {
        return IntStream.concat(Arrays.stream(CAUSES), Arrays.stream(OUTCOMES)).boxed();
    }

    @ParameterizedTest
    @MethodSource("everyNumber")
    void everyNumberIsToldInEveryLanguageInOurOwnWords(int number) {
        for (FaultCode otherwise : new FaultCode[]{FaultCode.DUMP_FAILED, FaultCode.RESTORE_FAILED}) {
            BackupFault fault = FAULTS.of(error(number, FOREIGN), "MCDados", otherwise);
            assertThat(fault.foreignCode()).contains("SQL Server " + number);
            for (Language language : Language.values()) {
                Messages words = Messages.in(language);
                for (String text : new String[]{fault.text(words), fault.hint(words)}) {
                    assertThat(text).as(number + " " + language).isNotBlank()
                            .doesNotContain("Nelze", "Xyzzy", "sqlserver.", "Optional", "''", "?")
                            .doesNotContainPattern("\\{\\d");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyNumber")
    void noNumberGetsAnotherMeaningByWhatComesBehindIt(int number) {
        SQLException failed = error(number, FOREIGN);
        failed.setNextException(error(3013, "BACKUP DATABASE is terminating abnormally."));
        BackupFault alone = FAULTS.of(error(number, FOREIGN), "MCDados", FaultCode.DUMP_FAILED);
        BackupFault told = FAULTS.of(failed, "MCDados", FaultCode.DUMP_FAILED);
        assertThat(told.code()).isEqualTo(alone.code());
        assertThat(told.foreignCode()).isEqualTo(alone.foreignCode());
    }

    @ParameterizedTest
    @CsvSource({"18456,LOGIN_REFUSED", "4060,DATABASE_MISSING", "911,DATABASE_MISSING", "942,DATABASE_OFFLINE",
            "927,DATABASE_HALF_RESTORED", "926,DATABASE_DAMAGED", "922,DATABASE_BUSY", "924,DATABASE_BUSY",
            "3023,DATABASE_BUSY", "262,PERMISSION_MISSING", "3110,PERMISSION_MISSING", "4208,BACKUP_NOT_ALLOWED",
            "1844,BACKUP_NOT_ALLOWED", "3043,DATABASE_DAMAGED", "3241,DUMP_DAMAGED", "3256,DUMP_DAMAGED",
            "3257,SERVER_DISK_FULL", "9002,SERVER_DISK_FULL", "3101,DATABASE_IN_USE", "3021,DUMP_FAILED",
            "3204,CANCELLED", "3013,DUMP_FAILED"})
    void saysWhatItIs(int number, FaultCode code) {
        assertThat(FAULTS.of(error(number, FOREIGN), "MCDados", FaultCode.DUMP_FAILED).code()).isEqualTo(code);
    }

    @Test
    void anOutcomeIsNeverTheCauseWhereACauseFollows() {
        SQLException failed = error(3041, "x");
        failed.setNextException(error(3013, "x"));
        failed.setNextException(error(4208, "x"));
        assertThat(FAULTS.of(failed, "MCDados", FaultCode.DUMP_FAILED).foreignCode()).contains("SQL Server 4208");
    }

    @Test
    void aDatabaseThatCannotBeOpenedIsNoWrongPassword() {
        SQLException failed = error(4060, "x");
        failed.setNextException(error(18456, "x"));
        BackupFault fault = FAULTS.of(failed, "MCDados", FaultCode.DUMP_FAILED);
        assertThat(fault.code()).isEqualTo(FaultCode.DATABASE_MISSING);
        assertThat(fault.foreignCode()).contains("SQL Server 4060");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "3202|Write on \"D:\\b\\Shop.bak\" failed: 112(There is not enough space on the disk.)|112|SERVER_DISK_FULL",
            "3202|Falha ao gravar em 'D:\\b 7(1).bak': 112(Não há espaço suficiente no disco.)|112|SERVER_DISK_FULL",
            "3201|Das Sicherungsmedium 'D:\\b\\Shop.bak' kann nicht geöffnet werden. Betriebssystemfehler 5(Zugriff "
                    + "verweigert).|5|SERVER_FILE_REFUSED",
            "3201|Cannot open backup device '\\\\SERVER2\\Backup\\x.bak'. Operating system error 53(The network path was "
                    + "not found.).|53|SERVER_FILE_REFUSED",
            "3201|Cannot open backup device 'E:\\x.bak'. Operating system error 3(failed to retrieve text for this error."
                    + " Reason: 15105).|3|SERVER_FILE_REFUSED",
            "3634|The operating system returned the error '31(A device attached to the system is not functioning.)' "
                    + "while attempting 'CreateFileW' on '/var/opt/x.bak'.|31|SERVER_FILE_FAILED",
            "3271|A nonrecoverable I/O error occurred on file \"D:\\x.bak:\" 1117(The request could not be performed "
                    + "because of an I/O device error.).|1117|SERVER_FILE_FAILED",
            "3203|Read on \"D:\\x.bak\" failed: 38(Reached the end of the file.)|38|DUMP_INCOMPLETE",
            "5133|Directory lookup for the file \"D:\\x.mdf\" failed with the operating system error 2(The system cannot "
                    + "find the file specified.).|2|SERVER_FILE_REFUSED",
            "3201|Cannot open backup device 'D:\\x.bak'. Operating system error 1326(The user name or password is "
                    + "incorrect.).|1326|SERVER_FILE_REFUSED",
            "3201|No se puede abrir el dispositivo 'D:\\x.bak'. Error del sistema operativo 4711(algo).|4711|"
                    + "SERVER_FILE_FAILED"})
    void keepsTheOperatingSystemsCodeInAnyLanguageOfTheServer(int number, String text, int os, FaultCode code) {
        BackupFault fault = FAULTS.of(error(number, text), "MCDados", FaultCode.DUMP_FAILED);
        assertThat(fault.foreignCode()).contains("SQL Server " + number + ", OS " + os);
        assertThat(fault.code()).isEqualTo(code);
        for (Language language : Language.values()) {
            assertThat(fault.text(Messages.in(language))).doesNotContain("sqlserver.", "algo", "Reason")
                    .doesNotContainPattern("\\{\\d");
        }
    }

    @Test
    void namesTheFileAndThePermissionAndTheRoom() {
        Messages english = Messages.in(Language.EN);
        assertThat(text(3201, "El dispositivo 'D:\\Lojas São José\\Shop.bak' error 5(x).", english))
                .contains("D:\\Lojas São José\\Shop.bak", "permission");
        assertThat(text(262, "Die CREATE DATABASE-Berechtigung wurde in der master-Datenbank verweigert.", english))
                .contains("CREATE DATABASE");
        assertThat(text(3257, "Es sind nicht genug Bytes auf 'D:\\' frei: 3221225472 nötig, 1073741824 frei.", english))
                .contains("3 GB", "1 GB");
    }

    @Test
    void rowsAndUnknownWordsStayOut() {
        Messages english = Messages.in(Language.EN);
        assertThat(text(2627, "Violation of PRIMARY KEY. The duplicate key value is (Maria da Silva).", english))
                .doesNotContain("Maria").contains("2627");
        assertThat(text(64_000, "Something new.\nSecond line.", english)).contains("Something new.")
                .doesNotContain("Second");
    }

    private static String text(int number, String words, Messages messages) {
        return FAULTS.of(error(number, words), "MCDados", FaultCode.DUMP_FAILED).text(messages);
    }

    private static SQLException error(int number, String words) {
        return new SQLException(words, "S0001", number);
    }
}
