package br.com.dmbackup.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.ServiceStatus;
import br.com.dmbackup.core.installation.SettingsReader;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.core.settings.SettingsProblem;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.engine.DumpFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine as the settings make it. */
class FileEngineTest {
    @TempDir
    Path home;

    @Test
    void aPathInTheSettingsIsRelativeToTheHomeAndTheNewestOfAPatternIsTaken() throws IOException {
        Files.createDirectory(home.resolve("copias"));
        Files.writeString(home.resolve("copias/loja.fbk"), "dados");
        try (DatabaseEngine engine = engine("path = 'copias/*.fbk'\nsettle_seconds = 1")) {
            assertThat(engine.checkService()).isInstanceOf(ServiceStatus.Ready.class);
            assertThat(engine.facts().sizeBytes()).isEqualTo(5);
            assertThat(engine.facts().engineVersion()).isEqualTo("loja.fbk");
            Path taken = home.resolve("tirada");
            assertThat(DumpFiles.take(engine, home, Progress.NONE, taken).madeAt()).isPresent();
            assertThat(taken).hasContent("dados");
            assertRefused(FaultCode.RESTORE_NEEDS_TARGET, engine::requireReplaceable);
        }
    }

    @Test
    void allThatIsWrongWithTheSettingsIsToldTogether() {
        assertThat(problems("path = 'c*pias/*.fbk'\nsettle_seconds = 0\nwait_seconds = 'já'\nhaed = 'TAPE'"))
                .containsExactlyInAnyOrder("settings.pattern_in_folder", "settings.range", "settings.type.integer",
                        "settings.unknown_meant");
        assertThat(problems("")).containsExactly("settings.missing");
    }

    @Test
    void withoutMarksAnythingButNothingAndZerosMayBeADump() throws IOException {
        try (DatabaseEngine engine = engine("path = 'a'")) {
            assertThat(engine.recognises("-- MySQL dump".getBytes(StandardCharsets.UTF_8))).isTrue();
            assertThat(engine.recognises(new byte[4096])).isFalse();
            assertThat(engine.recognises(new byte[0])).isFalse();
        }
    }

    @Test
    void anEmptyFileIsNoDump() throws IOException {
        Files.createFile(home.resolve("a.bak"));
        try (DatabaseEngine engine = engine("path = 'a.bak'\nsettle_seconds = 1")) {
            assertThat(engine.checkService()).isInstanceOf(ServiceStatus.Ready.class);
            assertRefused(FaultCode.DUMP_INCOMPLETE, () -> engine.dump(home, Progress.NONE));
        }
    }

    @Test
    void aDumpThatIsBeingWrittenIsNoObstacleBeforehand() throws IOException {
        Path file = Files.writeString(home.resolve("a.bak"), "ainda sem começo");
        try (DatabaseEngine engine = engine("path = 'a.bak'\nhead = 'TAPE'")) {
            try (var writer = Files.newOutputStream(file)) {
                writer.write(new byte[9]);
                assertThat(engine.checkService()).isInstanceOf(ServiceStatus.Ready.class);
            }
            assertThat(engine.checkService()).isInstanceOf(ServiceStatus.NotReady.class);
        }
    }

    private DatabaseEngine engine(String database) {
        if (read(database) instanceof SettingsReader.Sound sound) {
            return sound.engine().apply(FileLive.NOON);
        }
        throw new AssertionError(problems(database));
    }

    private List<String> problems(String database) {
        return read(database) instanceof SettingsReader.Unsound unsound
                ? unsound.problems().stream().map(SettingsProblem::messageKey).toList()
                : List.of();
    }

    private SettingsReader.Reading read(String database) {
        return new SettingsReader(List.of(new FileEngineFactory()), List.of(), List.of(), Checkpoint.NONE)
                .read(SettingsFile.parse("[database]\nengine = 'file'\n" + database), home.resolve("x.toml"), home);
    }

    private static void assertRefused(FaultCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BackupFault.class,
                fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
