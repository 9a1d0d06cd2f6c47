package br.com.dmbackup.engine.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.DumpEnd;
import br.com.dmbackup.core.engine.Proof;
import br.com.dmbackup.core.engine.ServiceStatus;
import br.com.dmbackup.core.installation.SettingsReader;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.core.settings.SettingsProblem;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.engine.DumpFiles;
import br.com.dmbackup.testkit.engine.WatchedProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that end as they should, and all others. */
class CommandEngineTest {
    @TempDir
    Path home;

    @Test
    void theOutputOfAProgramThatEndsWellIsTheDump() throws IOException {
        DumpEnd end = take(shell("echo dados"), "");
        assertThat(taken()).hasContent("dados");
        assertThat(end.sign()).isEqualTo("sh: exit 0, 6 bytes");
        assertThat(end.madeAt()).isEmpty();
    }

    @Test
    void noShellReadsTheArguments() throws IOException {
        take("'printf', '%s|', 'a b', '$HOME', '; rm x', '*'", "");
        assertThat(taken()).hasContent("a b|$HOME|; rm x|*|");
    }

    @Test
    void anotherExitCodeIsAFailureInTheProgramsOwnWords() {
        BackupFault fault = refused(FaultCode.DUMP_FAILED,
                () -> take(shell("echo metade; echo 'Access denied for user' >&2; exit 2"), ""));
        assertThat(fault.arguments()[1].toString()).contains("sh", "Access denied for user");
        assertThat(fault.foreignCode()).contains("exit 2");
    }

    @Test
    void aProgramThatIsKilledHasFailed() {
        BackupFault fault = refused(FaultCode.DUMP_FAILED, () -> take(shell("echo metade; kill -9 $$"), ""));
        assertThat(fault.foreignCode()).contains("exit 137");
    }

    @Test
    void anOutputThatWasCutBeforeItsTrailerIsIncomplete() throws IOException {
        String trailer = "trailer = '-- Dump completed'";
        take(shell("echo tabela; echo '-- Dump completed on 2026-11-23'"), trailer);
        BackupFault fault = refused(FaultCode.DUMP_INCOMPLETE,
                () -> take(shell("echo '-- Dump completed'; seq 5000; echo 'lost connection' >&2"), trailer));
        assertThat(fault.details()).containsExactly("lost connection");
    }

    @Test
    void anOutputThatBeginsOtherwiseIsNoDump() throws IOException {
        take(shell("printf PGDMPxyz"), "head = 'PGDMP'");
        refused(FaultCode.DUMP_INCOMPLETE, () -> take(shell("echo usage: pg_dump"), "head = 'PGDMP'"));
        refused(FaultCode.DUMP_INCOMPLETE, () -> take(shell("printf PGD"), "head = 'PGDMP'"));
    }

    @Test
    void aProgramThatSaysNothingMadeNoDump() {
        refused(FaultCode.DUMP_INCOMPLETE, () -> take("'true'", ""));
    }

    @Test
    void aProgramThatIsMissingIsSaidBeforehandAndAtTheRun() {
        try (DatabaseEngine engine = engine("'mysqldump-que-nao-existe', '--all'", "")) {
            assertThat(engine.checkService()).isInstanceOfSatisfying(ServiceStatus.NotReady.class,
                    status -> assertThat(status.fault().code()).isEqualTo(FaultCode.PROGRAM_MISSING));
            refused(FaultCode.PROGRAM_MISSING, () -> engine.dump(home, Progress.NONE));
            refused(FaultCode.PROGRAM_MISSING, engine::facts);
        }
        try (DatabaseEngine engine = engine("'bin/nada'", "")) {
            refused(FaultCode.PROGRAM_MISSING, engine::facts);
        }
        try (DatabaseEngine engine = engine("'.'", "")) {
            assertThat(engine.checkService()).isInstanceOf(ServiceStatus.NotReady.class);
        }
    }

    @Test
    void aProgramWithAPathIsFoundFromTheHome() throws IOException {
        Files.createSymbolicLink(home.resolve("meu-dump"), Path.of("/bin/sh").toRealPath());
        take("'./meu-dump', '-c', 'echo dados'", "");
        assertThat(taken()).hasContent("dados");
    }

    @Test
    void megabytesOfErrorOutputNeitherBlockNorFillTheMemory() {
        BackupFault fault = refused(FaultCode.DUMP_FAILED, () -> take(
                shell("head -c 8000000 /dev/zero | tr '\\\\0' 'e' >&2; head -c 3000000 /dev/zero; echo fim >&2; exit 3"),
                ""));
        assertThat(fault.arguments()[1].toString()).endsWith("fim").hasSizeLessThan(40_000);
        assertThat(taken()).hasSize(3_000_000);
    }

    @Test
    void cancellingEndsAProgramThatHangsAndWhateverItStarted() throws IOException {
        Path pids = home.resolve("pids");
        WatchedProgress first = new WatchedProgress(() -> Thread.currentThread().interrupt());
        long begin = System.nanoTime();
        try {
            refused(FaultCode.CANCELLED, () -> {
                try (DatabaseEngine engine = engine(
                        shell("sleep 600 & echo $! > " + pids + "; echo $$ >> " + pids + "; echo dados; wait"), "")) {
                    DumpFiles.take(engine, home, first, taken());
                }
            });
        } finally {
            Thread.interrupted();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        assertThat(Files.readAllLines(pids)).hasSize(2).allSatisfy(CommandEngineTest::hasEnded);
    }

    private static void hasEnded(String pid) {
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(process -> assertThat(process.onExit()
                .completeOnTimeout(process, 3, TimeUnit.SECONDS).thenApply(ProcessHandle::isAlive).join()).isFalse());
    }

    @Test
    void sqlite3DumpsThroughIt() throws Exception {
        requireTool("sqlite3");
        Path database = home.resolve("loja.db");
        assertThat(new ProcessBuilder("sqlite3", database.toString(),
                "create table produto (nome text); insert into produto values ('dipirona');").start().waitFor())
                .isZero();
        take("'sqlite3', '-readonly', '" + database + "', '.dump'", "head = 'PRAGMA'\ntrailer = 'COMMIT;'");
        assertThat(taken()).content().contains("dipirona");
    }

    @Test
    void tarPacksAFolderThroughIt() throws Exception {
        requireTool("tar");
        Files.writeString(Files.createDirectories(home.resolve("notas")).resolve("1.xml"), "<nota/>");
        take("'tar', '-cf', '-', '-C', '" + home + "', 'notas'", "head = 'notas/'");
        assertThat(taken()).content(java.nio.charset.StandardCharsets.ISO_8859_1).contains("<nota/>");
    }

    @Test
    void settingsWithoutAProgramAreRefused() {
        assertThat(problems("")).containsExactly("settings.missing");
        assertThat(problems("command = []")).containsExactly("settings.blank");
        assertThat(problems("command = ['', 'x']")).containsExactly("settings.blank");
        assertThat(problems("command = 'pg_dump loja'")).containsExactly("settings.type.texts");
        assertThat(problems("command = ['pg_dump', 5]\ntrailler = 'x'")).containsExactly("settings.type.texts",
                "settings.unknown_meant");
    }

    @Test
    void itProvesBytesAloneAndDoesNotKnowItsSize() {
        try (DatabaseEngine engine = engine("'sh'", "")) {
            assertThat(engine.proof()).isEqualTo(Proof.BYTES);
            assertThat(engine.facts().sizeBytes()).isZero();
            assertThat(engine.facts().engineVersion()).isEqualTo("sh");
        }
    }

    /** A shell, for programs that are quickly written. */
    private static String shell(String script) {
        return "'sh', '-c', \"" + script + "\"";
    }

    private DumpEnd take(String command, String marks) throws IOException {
        Files.deleteIfExists(taken());
        try (DatabaseEngine engine = engine(command, marks)) {
            return DumpFiles.take(engine, home, Progress.NONE, taken());
        }
    }

    private Path taken() {
        return home.resolve("tirada");
    }

    private DatabaseEngine engine(String command, String marks) {
        if (read("command = [" + command + "]\n" + marks) instanceof SettingsReader.Sound sound) {
            return sound.engine().apply(Clock.systemUTC());
        }
        throw new AssertionError(problems("command = [" + command + "]\n" + marks));
    }

    private List<String> problems(String database) {
        return read(database) instanceof SettingsReader.Unsound unsound
                ? unsound.problems().stream().map(SettingsProblem::messageKey).toList()
                : List.of();
    }

    private SettingsReader.Reading read(String database) {
        return new SettingsReader(List.of(new CommandEngineFactory()), List.of(), List.of(), Checkpoint.NONE)
                .read(SettingsFile.parse("[database]\nengine = 'command'\n" + database), home.resolve("x.toml"), home);
    }

    private static BackupFault refused(FaultCode code, ThrowingCallable call) {
        BackupFault[] thrown = new BackupFault[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(BackupFault.class, fault -> {
            assertThat(fault.code()).as(fault.getMessage()).isEqualTo(code);
            thrown[0] = fault;
        });
        return thrown[0];
    }

    private static void requireTool(String tool) {
        boolean there = Files.isExecutable(Path.of("/usr/bin", tool)) || Files.isExecutable(Path.of("/bin", tool));
        if (System.getenv("CI") == null) {
            Assumptions.assumeTrue(there, tool + " is not installed");
        }
        assertThat(there).as(tool).isTrue();
    }
}
