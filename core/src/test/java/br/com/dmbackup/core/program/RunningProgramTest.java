package br.com.dmbackup.core.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With the system's own programs. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "uses sh, cat, yes and sleep")
@Timeout(30)
class RunningProgramTest {
    @TempDir
    Path folder;

    @Test
    void givesWhatItWritesAndItsExitCode() throws IOException {
        try (RunningProgram program = shell("printf 'olá'; exit 7")) {
            assertThat(all(program)).isEqualTo("olá");
            assertThat(program.exitCode()).isEqualTo(7);
        }
    }

    @Test
    void handsItsInputOverUnchanged() throws IOException {
        byte[] bytes = "0123456789abcdef".repeat(200_000).getBytes(StandardCharsets.UTF_8);
        try (RunningProgram program = Program.of(List.of("cat")).startFed()) {
            CompletableFuture<Void> feeding = CompletableFuture.runAsync(() -> feed(program, bytes));
            assertThat(Channels.newInputStream(program.output()).readAllBytes()).isEqualTo(bytes);
            feeding.join();
            assertThat(program.exitCode()).isZero();
        }
    }

    @Test
    void hasNothingOnItsInputUnlessItIsFed() throws IOException {
        try (RunningProgram program = Program.of(List.of("cat")).start()) {
            assertThat(all(program)).isEmpty();
        }
    }

    @Test
    void takesArgumentsAsTheyAre() throws IOException {
        try (RunningProgram program = Program.of(List.of("printf", "%s", "a b;$HOME*\"'")).start()) {
            assertThat(all(program)).isEqualTo("a b;$HOME*\"'");
        }
    }

    @Test
    void inheritsTheEnvironmentWithoutWhatIsWithheld() {
        Program printing = Program.of(List.of("env")).with("DMB_ONE", "1").with("DMB_TWO", "2");
        assertThat(printing.ask(Duration.ofSeconds(5)).output()).contains("DMB_ONE=1", "DMB_TWO=2", "PATH=");
        assertThat(printing.without("PATH").ask(Duration.ofSeconds(5)).output()).doesNotContain("\nPATH=");
    }

    @Test
    void makesAProgramWaitThatIsNotReadFrom() throws IOException {
        Path counted = folder.resolve("counted");
        try (RunningProgram program = shell("i=0; while [ $i -lt 400 ]; do head -c 10000 /dev/zero; i=$((i+1)); "
                + "echo $i > '" + counted + "'; done")) {
            program.output().read(ByteBuffer.allocate(10));
            assertThat(program.exitCode(Duration.ofMillis(700))).isEmpty();
            assertThat(Integer.parseInt(Files.readString(counted).strip())).isLessThan(100);
            program.discardOutput();
            assertThat(program.exitCode()).isZero();
        }
    }

    @Test
    void keepsTheLastWordsOfOneThatSaysMegabytes() throws IOException {
        try (RunningProgram program = shell(
                "yes 'linha de erro' | head -c 5000000 >&2; echo; echo >&2; echo 'o fim' >&2; exit 3")) {
            assertThat(all(program)).isEqualTo("\n");
            assertThat(program.exitCode()).isEqualTo(3);
            assertThat(program.errors()).last().isEqualTo("o fim");
            assertThat(program.errors()).hasSizeBetween(100, 3000);
            assertThat(program.failed().arguments()[1]).asString().endsWith("; o fim");
            assertThat(program.failed().foreignCode()).contains("exit 3");
        }
    }

    @Test
    void saysWhenTheProgramIsMissing() {
        assertFault(FaultCode.PROGRAM_MISSING, () -> Program.of(List.of("dmbackup-no-such-program")).start());
        assertFault(FaultCode.PROGRAM_FAILED, () -> Program.of(List.of(folder.toString())).start());
    }

    @Test
    void endsOneThatWouldNeverEnd() {
        RunningProgram program = Program.of(List.of("yes")).start();
        program.close();
        program.close();
        assertThat(program.isAlive()).isFalse();
        assertThat(program.exitCode()).isEqualTo(128 + 15);
    }

    @Test
    void endsOneThatIgnoresTheRequestAndWhateverItStarted() throws IOException {
        RunningProgram program = shell("trap '' TERM; sleep 1234567 & echo ready; while :; do sleep 0.1; done");
        program.output().read(ByteBuffer.allocate(6));
        ProcessHandle child = ProcessHandle.of(program.processId()).orElseThrow();
        List<ProcessHandle> family = Stream.concat(Stream.of(child), child.descendants()).toList();
        assertThat(family).hasSizeGreaterThan(1);
        within(Duration.ofSeconds(4), program::close);
        // The system's first process may take its time to bury an orphan.
        assertThat(family).allSatisfy(handle -> assertThat(handle.onExit()).succeedsWithin(Duration.ofSeconds(5)));
    }

    @Test
    void anInterruptEndsReadingWritingAndWaiting() {
        RunningProgram silent = Program.of(List.of("sleep", "1000")).start();
        assertCancelled(() -> silent.output().read(ByteBuffer.allocate(10)));
        assertThat(silent.isAlive()).isFalse();
        RunningProgram deaf = Program.of(List.of("sleep", "1000")).startFed();
        assertCancelled(() -> feed(deaf, new byte[2 << 20]));
        assertThat(deaf.isAlive()).isFalse();
        RunningProgram endless = Program.of(List.of("sleep", "1000")).start();
        assertCancelled(endless::exitCode);
        assertThat(endless.isAlive()).isFalse();
        assertCancelled(() -> Program.of(List.of("sleep", "1000")).ask(Duration.ofSeconds(60)));
    }

    @Test
    void tellsOfAProgramThatLeavesItsOutputToOthers() throws IOException {
        try (RunningProgram program = shell("sleep 8 & echo $!; sleep 0.3")) {
            ByteBuffer read = ByteBuffer.allocate(100);
            program.output().read(read);
            assertThat(program.exitCode()).isZero();
            within(Duration.ofSeconds(6), () -> assertFault(FaultCode.PROGRAM_OUTPUT_HELD, program::discardOutput));
            long left = Long.parseLong(new String(read.array(), 0, read.position(), StandardCharsets.UTF_8).strip());
            ProcessHandle.of(left).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void readsWhatIsWrittenAfterTheProgramItselfHasEnded() throws IOException {
        try (RunningProgram program = shell("(sleep 0.9; head -c 2000000 /dev/zero; sleep 1; echo end) & sleep 0.3")) {
            assertThat(program.exitCode()).isZero();
            assertThat(all(program)).hasSize(2_000_004).endsWith("end\n");
        }
    }

    @Test
    void tellsTheWriterThatTheProgramReadsNoMore() {
        try (RunningProgram program = Program.of(List.of("sh", "-c", "echo 'não quero' >&2; exit 1")).startFed()) {
            BackupFault fault = assertFault(FaultCode.PROGRAM_FAILED, () -> feed(program, new byte[4 << 20]));
            assertThat(fault).isNotNull();
            assertThat(program.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void asksNoLongerThanItMay() {
        within(Duration.ofSeconds(4), () -> assertFault(FaultCode.PROGRAM_FAILED,
                () -> Program.of(List.of("sleep", "100")).ask(Duration.ofMillis(200))));
    }

    @Test
    void showsEachByteToTheWitnessToo() throws IOException {
        try (RunningProgram program = shell("head -c 3000000 /dev/urandom");
                RunningProgram witness = Program.of(List.of("sha256sum")).startFed()) {
            Tee tee = new Tee(program.output(), witness.input());
            byte[] read = Channels.newInputStream(tee).readAllBytes();
            assertThat(tee.bytes()).isEqualTo(read.length).isEqualTo(3_000_000);
            Path copy = Files.write(folder.resolve("copy"), read);
            String expected = Program.of(List.of("sha256sum", copy.toString())).ask(Duration.ofSeconds(10)).output();
            assertThat(all(witness).substring(0, 64)).isEqualTo(expected.substring(0, 64));
        }
    }

    private static RunningProgram shell(String script) {
        return Program.of(List.of("sh", "-c", script)).start();
    }

    private static String all(RunningProgram program) throws IOException {
        return new String(Channels.newInputStream(program.output()).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void feed(RunningProgram program, byte[] bytes) {
        try (var sink = program.input()) {
            sink.write(bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static BackupFault assertFault(FaultCode code, ThrowingCallable call) {
        BackupFault fault = catchThrowableOfType(BackupFault.class, call);
        assertThat(fault).isNotNull();
        assertThat(fault.code()).isEqualTo(code);
        return fault;
    }

    private static void assertCancelled(ThrowingCallable call) {
        Thread caller = Thread.currentThread();
        CompletableFuture.delayedExecutor(300, java.util.concurrent.TimeUnit.MILLISECONDS).execute(caller::interrupt);
        try {
            within(Duration.ofSeconds(4), () -> assertFault(FaultCode.CANCELLED, call));
            assertThat(caller.isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    private static void within(Duration limit, ThrowingCallable call) {
        long begin = System.nanoTime();
        assertThatCode(call).doesNotThrowAnyException();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(limit);
    }
}
