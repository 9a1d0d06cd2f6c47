package br.com.dmbackup.engine.sqlserver.service;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.program.ProgramAnswer;
import br.com.dmbackup.engine.sqlserver.connection.Encryption;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerAddress;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerLogin;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.Phrase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operating systems' answers are written down from their documentation; Windows itself was not asked. */
class LocalServiceTest {
    private static final String ENGLISH = """

            SERVICE_NAME: MSSQL$SQLEXPRESS\r
                    TYPE               : 10  WIN32_OWN_PROCESS  \r
                    STATE              : %s  SOMETHING \r
                                            (STOPPABLE, PAUSABLE, ACCEPTS_SHUTDOWN)\r
                    WIN32_EXIT_CODE    : 0  (0x0)\r
                    SERVICE_EXIT_CODE  : 0  (0x0)\r
                    CHECKPOINT         : 0x0\r
                    WAIT_HINT          : 0x0\r
            """;
    private static final String PORTUGUESE = """

            NOME_DO_SERVIÇO: MSSQL$SQLEXPRESS\r
                    TIPO                       : 110  WIN32_OWN_PROCESS (interactive)\r
                    ESTADO                     : %s  STOPPED \r
                    CÓDIGO_DE_SAÍDA_DO_WIN32   : 1077  (0x435)\r
                    CÓDIGO_DE_SAÍDA_DO_SERVIÇO : 0  (0x0)\r
                    PONTO_DE_VERIFICAÇÃO       : 0x0\r
                    AGUARDAR_DICA              : 0x0\r
            """;
    private static final String GERMAN = """

            SERVICE_NAME: MSSQLSERVER
                    TYP                : 10  WIN32_OWN_PROCESS
                    STATUS             : %s  RUNNING
                                            (STOPPABLE, PAUSABLE, ACCEPTS_SHUTDOWN)
                    WIN32_EXITCODE     : 0  (0x0)
                    SERVICE_EXITCODE   : 0  (0x0)
                    PRÜFPUNKT          : 0x0
                    WARTEHINWEIS       : 0x0
            """;

    private final List<List<String>> asked = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"1,STOPPED", "2,STARTING", "3,STOPPING", "4,RUNNING", "5,STARTING", "6,PAUSED", "7,PAUSED",
            "9,UNKNOWN"})
    void readsTheStatesNumberInAnyLanguageOfWindows(String number, ServiceState state) {
        for (String output : new String[]{ENGLISH, PORTUGUESE, GERMAN}) {
            assertThat(ServiceAnswers.ofSc(new ProgramAnswer(0, output.formatted(number), List.of()))).isEqualTo(state);
        }
    }

    @Test
    void goesByTheExitCodeWhereThereIsNoSuchService() {
        String words = "[SC] EnumQueryServicesStatus:OpenService FAILED 1060:\n\nO serviço especificado não existe";
        assertThat(ServiceAnswers.ofSc(new ProgramAnswer(1060, words, List.of()))).isEqualTo(ServiceState.MISSING);
        assertThat(ServiceAnswers.ofSc(new ProgramAnswer(5, "Acesso negado.", List.of())))
                .isEqualTo(ServiceState.UNKNOWN);
        assertThat(ServiceAnswers.ofSc(new ProgramAnswer(0, "", List.of()))).isEqualTo(ServiceState.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"loaded,active,RUNNING", "loaded,inactive,STOPPED", "loaded,failed,STOPPED",
            "loaded,activating,STARTING", "not-found,inactive,MISSING", "loaded,maintenance,UNKNOWN"})
    void readsWhatSystemdSays(String load, String active, ServiceState state) {
        String output = "LoadState=" + load + "\nActiveState=" + active + "\n";
        assertThat(ServiceAnswers.ofSystemctl(new ProgramAnswer(0, output, List.of()))).isEqualTo(state);
    }

    @Test
    void findsTheInstancesOfThisMachineInTheRegistry() {
        String output = """

                HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Microsoft SQL Server\\Instance Names\\SQL\r
                    SQLEXPRESS    REG_SZ    MSSQL16.SQLEXPRESS\r
                    MSSQLSERVER    REG_SZ    MSSQL15.MSSQLSERVER\r
                """;
        assertThat(ServiceAnswers.instances(new ProgramAnswer(0, output, List.of()))).containsExactly("SQLEXPRESS",
                "MSSQLSERVER");
    }

    @Test
    void knowsTheServiceByTheInstanceAndByTheOnlyInstanceHere() {
        String one = "\n  HKEY\\SQL\n    SQLEXPRESS    REG_SZ    MSSQL16.SQLEXPRESS\n";
        assertThat(windows(0, one).name(address(1433, "LOJA"))).isEqualTo("MSSQL$LOJA");
        assertThat(windows(0, one).name(address(1433, "mssqlserver"))).isEqualTo("MSSQLSERVER");
        assertThat(windows(0, one).name(address(1433, null))).isEqualTo("MSSQL$SQLEXPRESS");
        assertThat(windows(1, "").name(address(1433, null))).isEqualTo("MSSQLSERVER");
    }

    @Test
    void aStoppedServiceIsNamedWhereNothingAnswers() throws IOException {
        Unreached unreached = new Unreached(windows(0, ENGLISH.formatted("1")));
        BackupFault told = unreached.told(unreachable(), address(freePort(), "SQLEXPRESS"));
        assertThat(told.code()).isEqualTo(FaultCode.SERVICE_STOPPED);
        assertThat(told.text(Messages.in(Language.PT_BR))).contains("MSSQL$SQLEXPRESS", "está parado");
        assertThat(told.hint(Messages.in(Language.EN))).contains("net start \"MSSQL$SQLEXPRESS\"");
        assertThat(told.foreignCode()).contains("08S01");
        assertThat(asked).containsExactly(List.of("sc", "query", "MSSQL$SQLEXPRESS"));
    }

    @Test
    void aRunningServiceAtWhosePortNothingAnswersHasItsTcpOff() throws IOException {
        Unreached unreached = new Unreached(windows(0, ENGLISH.formatted("4")));
        BackupFault told = unreached.told(unreachable(), address(freePort(), "SQLEXPRESS"));
        assertThat(told.code()).isEqualTo(FaultCode.SERVER_UNREACHABLE);
        assertThat(told.text(Messages.in(Language.EN))).contains("nothing answers at that port");
        assertThat(told.hint(Messages.in(Language.EN))).contains("TCP/IP");
    }

    @Test
    void nobodyIsAskedAboutAServerThatIsElsewhereOrAnswers() throws IOException {
        Unreached unreached = new Unreached(windows(0, ENGLISH.formatted("1")));
        SqlServerAddress away = new SqlServerAddress("no-such-computer.invalid", OptionalInt.of(1433), Optional.empty(),
                address(1, null).login(), address(1, null).encryption());
        BackupFault told = unreached.told(unreachable(), away);
        assertThat(told.text(Messages.in(Language.EN))).contains("no computer with that name");
        try (ServerSocket answering = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            BackupFault kept = unreachable();
            assertThat(unreached.told(kept, address(answering.getLocalPort(), null))).isSameAs(kept);
        }
        BackupFault other = BackupFault.of(FaultCode.LOGIN_REFUSED, "u", "s", "w");
        assertThat(unreached.told(other, address(1, null))).isSameAs(other);
        assertThat(asked).isEmpty();
    }

    private LocalService windows(int exitCode, String output) {
        return new LocalService(true, command -> {
            asked.add(command);
            return Optional.of(new ProgramAnswer(exitCode, output, List.of()));
        });
    }

    private static BackupFault unreachable() {
        return BackupFault.of(FaultCode.SERVER_UNREACHABLE, "s", Phrase.of("server.silent")).withForeignCode("08S01");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static SqlServerAddress address(int port, @org.jspecify.annotations.Nullable String instance) {
        return new SqlServerAddress("127.0.0.1", OptionalInt.of(port), Optional.ofNullable(instance),
                new SqlServerLogin.Sql("u", new Secret(new char[0])),
                new Encryption(Encryption.Mode.TRUST, Optional.empty()));
    }
}
