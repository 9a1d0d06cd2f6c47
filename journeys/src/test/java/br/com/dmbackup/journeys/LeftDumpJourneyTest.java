package br.com.dmbackup.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.journeys.TypedHome.Said;
import br.com.dmbackup.testkit.engine.DumpingProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store whose ERP leaves a dump every hour, from its installation to the day it needs one. */
class LeftDumpJourneyTest {
    private static final String NEWEST = "engine = 'file'\npath = '../erp/*.fbk'\nsettle_seconds = 1\nhead = 'TAPE'";

    @TempDir
    Path folder;
    private TypedHome store = new TypedHome(Path.of(""));
    private Path erp = Path.of("");

    @BeforeEach
    void open() throws IOException {
        erp = Files.createDirectories(folder.resolve("erp"));
        store = new TypedHome(folder);
    }

    @Test
    void theNewestDumpOfEachHourIsKeptCheckedAndBroughtBack() throws IOException {
        store.with(NEWEST);
        byte[] nine = leave("loja-0900.fbk", "2022-06-29T09:20");
        succeeded(store.at("2022-06-29T09:30", "backup"));
        byte[] ten = leave("loja-1000.fbk", "2022-06-29T10:20");
        Said second = succeeded(store.at("2022-06-29T10:30", "backup"));
        assertThat(second.out()).doesNotContain("não rodou");

        Said list = succeeded(store.type("list"));
        assertThat(list.out()).contains("Dados de", "29/06/2022 09:20", "29/06/2022 10:20");
        succeeded(store.type("verify"));
        Said drill = succeeded(store.type("drill"));
        assertThat(drill.out()).contains("só o programa que fez o arquivo pode provar").doesNotContain("provada");
        assertThat(succeeded(store.type("status")).out())
                .contains("só o programa que o fez pode provar", "Os dados dele são de 29/06/2022 10:20")
                .doesNotContain("Restauração provada:");

        Path back = folder.resolve("volta.fbk");
        Said restored = succeeded(store.type("restore", "09h", "--to", back.toString()));
        assertThat(restored.out()).contains("restaure-o com o programa que o fez");
        assertThat(back).hasBinaryContent(nine);
        Said replace = store.type("restore", "--replace", "--yes");
        assertThat(replace.code()).isEqualTo(2);
        assertThat(replace.err()).contains("DM-212", "--to");
        assertThat(erp.resolve("loja-1000.fbk")).hasBinaryContent(ten);
        try (var left = Files.list(erp)) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void aProgramThatDidNotRunSinceTheLastBackupIsSaid() throws IOException {
        store.with(NEWEST);
        leave("loja.fbk", "2022-06-29T09:20");
        assertThat(succeeded(store.at("2022-06-29T09:30", "backup")).out()).doesNotContain("não rodou");
        Said same = succeeded(store.at("2022-06-29T10:30", "backup"));
        assertThat(same.out()).contains("loja.fbk", "não rodou desde então");
        assertThat(store.slot("terminal", "10h")).exists();
        leave("loja.fbk", "2022-06-29T11:20");
        assertThat(succeeded(store.at("2022-06-29T11:30", "backup")).out()).doesNotContain("não rodou");
    }

    @Test
    void anOldDumpIsSaidAtTheVeryFirstBackup() throws IOException {
        store.with(NEWEST);
        leave("loja.fbk", "2022-06-28T22:00");
        assertThat(succeeded(store.at("2022-06-29T09:30", "backup", "--lang", "en")).out())
                .contains("has not run since");
    }

    @Test
    void aWriterThatIsStillWritingIsWaitedFor() throws Exception {
        store.with(NEWEST);
        DumpingProgram program = new DumpingProgram(erp.resolve("loja.fbk"), 900_000);
        program.begin();
        CompletableFuture<Said> backup = new CompletableFuture<>();
        Thread running = Thread.ofPlatform().start(() -> backup.complete(store.type("backup")));
        await().until(() -> running.getState() == Thread.State.TIMED_WAITING || backup.isDone());
        program.goOn();
        succeeded(backup.get(30, TimeUnit.SECONDS));

        Path back = folder.resolve("volta.fbk");
        succeeded(store.type("restore", "--to", back.toString()));
        assertThat(DumpingProgram.isWhole(back)).isTrue();
    }

    @Test
    void aNewerDumpThatAppearsWhileItWaitsIsTheOneThatIsNamedAndKept() throws Exception {
        store.with(NEWEST);
        leave("loja-0900.fbk", "2022-06-28T09:00");
        AtomicReference<byte[]> ten = new AtomicReference<>(new byte[0]);
        store.at(step -> {
            if (step == Step.DUMP_STARTED) {
                ten.set(leave("loja-1000.fbk", "2022-06-28T10:00"));
            }
        });
        Said backup = succeeded(store.type("backup"));
        assertThat(backup.out()).contains("O arquivo loja-1000.fbk é de").doesNotContain("loja-0900.fbk");
        Path back = folder.resolve("volta.fbk");
        succeeded(store.type("restore", "--to", back.toString()));
        assertThat(back).hasBinaryContent(ten.get());
    }

    @Test
    void aWriterThatStartsAgainInTheMiddleOfTheReadingCostsNoSlot() throws IOException {
        store.with(NEWEST);
        DumpingProgram program = new DumpingProgram(erp.resolve("loja.fbk"), 900_000);
        program.dump();
        succeeded(store.at("2022-06-29T09:30", "backup"));
        byte[] slot = Files.readAllBytes(store.slot("terminal", "09h"));

        AtomicBoolean begun = new AtomicBoolean();
        store.at(step -> {
            if (step == Step.ARCHIVE_STARTED && begun.compareAndSet(false, true)) {
                program.change();
                program.begin();
            }
        });
        Said failed = store.at("2022-06-29T09:40", "backup");
        assertThat(failed.code()).isEqualTo(6);
        assertThat(failed.err()).contains("DM-205", "loja.fbk");
        assertThat(store.slot("terminal", "09h")).hasBinaryContent(slot);
        assertThat(store.slot("casa/Backup", "09h")).hasBinaryContent(slot);

        program.goOn();
        succeeded(store.at("2022-06-29T09:41", "backup"));
        assertThat(Files.readAllBytes(store.slot("terminal", "09h"))).isNotEqualTo(slot);
    }

    @Test
    void oneFileAtAFixedPlaceIsReplacedAndTheOldOneKept() throws IOException {
        store.with("engine = 'file'\npath = '../erp/loja.bak'\nsettle_seconds = 1");
        byte[] nine = leave("loja.bak", "2022-06-29T09:20");
        succeeded(store.at("2022-06-29T09:30", "backup"));
        Files.writeString(erp.resolve("loja.bak"), "estragado");
        Said replaced = succeeded(store.at("2022-06-29T10:30", "restore", "--replace", "--yes"));
        assertThat(replaced.out()).contains("Arquivo colocado no lugar do atual", "antes-20220629-103000");
        assertThat(erp.resolve("loja.bak")).hasBinaryContent(nine);
        assertThat(erp.resolve("loja.bak.antes-20220629-103000")).hasContent("estragado");
    }

    @Test
    void aFolderWithoutDumpsFailsTheRunInPlainWords() throws IOException {
        store.with(NEWEST);
        Said failed = store.type("backup");
        assertThat(failed.code()).isEqualTo(2);
        assertThat(failed.err()).contains("DM-213", erp.toString(), "*.fbk").doesNotContain("\tat ");
    }

    @Test
    void initSetsItUp() throws IOException {
        leave("loja.fbk", "2022-06-29T09:20");
        Said init = store.type("init", "--engine", "file", "--database", erp + "/*.fbk", "--local-only",
                "--no-backup", "--yes");
        assertThat(init.code()).as(init.all()).isZero();
        assertThat(succeeded(store.type("settings", "check")).out()).contains("MCDados (file)");
    }

    private byte[] leave(String name, String localDateTime) {
        Path file = erp.resolve(name);
        DumpingProgram program = new DumpingProgram(file, 400_000);
        for (int sold = 0; sold < Math.floorMod(localDateTime.hashCode(), 50); sold++) {
            program.change();
        }
        program.dump();
        try {
            Files.setLastModifiedTime(file, FileTime.from(LocalDateTime.parse(localDateTime).atZone(TypedHome.ZONE)
                    .toInstant()));
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Said succeeded(Said said) {
        assertThat(said.code()).as(said.all()).isZero();
        return said;
    }
}
