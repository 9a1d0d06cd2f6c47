package br.com.dmbackup.journeys.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.archive.ArchiveReader;
import br.com.dmbackup.core.archive.CheckDepth;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.journeys.RealProgram;
import br.com.dmbackup.journeys.RealProgram.Ended;
import br.com.dmbackup.terminal.vault.VaultStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Server and terminal as processes of their own, either of which dies at a named step while a copy crosses the wire. What
 * stood at the terminal stands there still, and when both are back the newest backup is there, whole.
 */
class KillsOverTheWireTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path root;

    private TypedTerminal typed;
    private RealProgram program;
    @SuppressWarnings("NullAway.Init")
    private Process terminal;
    private int starts;
    private Set<BackupId> before;

    @BeforeEach
    void twoHoursArePast() throws Exception {
        typed = new TypedTerminal(root);
        program = new RealProgram(root);
        typed.sell(2000);
        String code = start(DyingProgram.LIVES);
        TypedTerminal.require(typed.type(typed.server, "pair", code, "--address", typed.address()));
        // The killed and the next backup are made by processes on the real clock: into other slots than these two.
        LocalDateTime now = LocalDateTime.now(TwoMachines.ZONE).truncatedTo(ChronoUnit.HOURS);
        TypedTerminal.require(typed.backupAt(now.minusHours(13).plusMinutes(5).toString()));
        TypedTerminal.require(typed.backupAt(now.minusHours(12).plusMinutes(5).toString()));
        typed.sell(300);
        before = standing();
        assertThat(before).hasSize(2);
    }

    @AfterEach
    void end() {
        terminal.destroyForcibly().onExit().join();
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(names = {"RUN_STARTED", "DUMP_STARTED", "DUMP_WRITTEN", "ARCHIVE_STARTED", "ARCHIVE_DUMP_WRITTEN",
            "ARCHIVE_FINISHED", "PLACE_WRITTEN", "PLACE_CHECKED", "PLACE_COMMITTED", "SLOT_PLACED", "NEWEST_LINKED",
            "BACKUP_RECORDED", "DELIVERY_STARTED", "DELIVERY_PUT", "DELIVERY_RECORDED", "RUN_ENDED"})
    void aServerThatDiesAtAnyStepIsMadeUpForByTheNext(Step step) throws Exception {
        killTheServerAt(step);
    }

    @ParameterizedTest
    @EnumSource(names = "ARCHIVE_NOTED")
    void aTerminalThatDiesTakesTheSameBackupWhenItIsBack(VaultStep step) throws Exception {
        killTheTerminalAt(step);
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"ARCHIVE_NOTED", "ARCHIVE_LET_GO"})
    void aTerminalThatDiesAtAnyOtherStepToo(VaultStep step) throws Exception {
        killTheTerminalAt(step);
    }

    private void killTheServerAt(Step step) throws Exception {
        Ended killed = program.run(List.of(), DyingProgram.class, List.of(step.name(), "backup", "--home", server()));
        assertThat(killed.code()).as(killed.text()).isEqualTo(DyingProgram.KILLED);
        assertThat(standing()).containsAll(before);

        Ended next = program.run(List.of(), DyingProgram.class,
                List.of(DyingProgram.LIVES, "backup", "--home", server()));

        assertThat(next.code()).as(next.text()).isZero();
        assertTheNewestIsThere();
    }

    private void killTheTerminalAt(VaultStep step) throws Exception {
        terminal.destroyForcibly().onExit().join();
        assertThat(start(step.name())).isEmpty();
        CompletableFuture<Ended> backup = CompletableFuture.supplyAsync(() -> {
            try {
                return program.run(List.of(), DyingProgram.class,
                        List.of(DyingProgram.LIVES, "backup", "--home", server()));
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        Awaitility.await().atMost(PATIENCE).until(() -> !terminal.isAlive() || backup.isDone());
        assertThat(terminal.isAlive()).as("dies at " + step).isFalse();
        assertThat(terminal.exitValue()).isEqualTo(DyingProgram.KILLED);
        assertThat(standing()).containsAll(before);
        assertThat(start(DyingProgram.LIVES)).isEmpty();

        Ended ended = backup.join();
        // The server dials a broken line five times; a terminal that is away for longer is owed the copy.
        assertThat(ended.code()).as(ended.text()).isIn(0, 3);
        if (ended.code() == 3) {
            TypedTerminal.require(typed.type(typed.server, "deliver"));
        }
        assertTheNewestIsThere();
    }

    private void assertTheNewestIsThere() throws IOException {
        assertThat(standing()).containsAll(before);
        assertThat(ArchiveBlocks.of(typed.mcBkp.resolve("MCDados.zip")))
                .isEqualTo(ArchiveBlocks.of(typed.server.resolve("Backup/MCDados.zip")));
        assertThat(id(typed.mcBkp.resolve("MCDados.zip"))).isEqualTo(id(typed.server.resolve("Backup/MCDados.zip")))
                .isNotIn(before);
    }

    /** Every backup that stands whole in a slot or beside. */
    private Set<BackupId> standing() throws IOException {
        try (Stream<Path> files = Files.walk(typed.mcBkp)) {
            return files
                    .filter(file -> file.endsWith("MCDados.zip") && !file.startsWith(typed.mcBkp.resolve("recebendo")))
                    .map(KillsOverTheWireTest::id).collect(Collectors.toSet());
        }
    }

    private static BackupId id(Path file) {
        try (ArchiveReader reader = ArchiveReader.open(FileChannel.open(file), file.toString())) {
            assertThat(reader.check(CheckDepth.FULL, Progress.NONE).damages()).as("%s", file).isEmpty();
            return reader.manifest().orElseThrow().backup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String server() {
        return typed.server.toString();
    }

    /** Starts the terminal and waits until it listens; the code that it shows, empty where it shows none. */
    private String start(String fatal) throws IOException {
        boolean lonely = starts == 0;
        Path heard = root.resolve("terminal-" + starts++ + ".txt");
        terminal = program.leashed(List.of(), DyingProgram.class,
                List.of(fatal, QuickTerminal.NAME, "--home", typed.terminal.toString()), heard);
        Awaitility.await().atMost(PATIENCE).until(() -> !terminal.isAlive()
                || (said(heard).contains(String.valueOf(typed.port)) && (!lonely || code(heard).find())));
        assertThat(terminal.isAlive()).as(said(heard)).isTrue();
        Matcher code = code(heard);
        return code.find() ? code.group() : "";
    }

    private static Matcher code(Path heard) throws IOException {
        return TypedTerminal.CODE.matcher(said(heard));
    }

    private static String said(Path heard) throws IOException {
        return Files.readString(heard, StandardCharsets.UTF_8);
    }
}
