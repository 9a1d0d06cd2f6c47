package br.com.dmbackup.engine.sqlserver.dump;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.engine.DumpEnd;
import br.com.dmbackup.core.engine.FileDump;
import br.com.dmbackup.engine.sqlserver.Scene;
import br.com.dmbackup.protocol.NoticeCode;
import br.com.dmbackup.testkit.engine.WatchedProgress;
import br.com.dmbackup.testkit.sqlserver.message.Language;
import br.com.dmbackup.testkit.sqlserver.state.BackupRecord;
import br.com.dmbackup.testkit.sqlserver.statement.Moment;
import br.com.dmbackup.testkit.sqlserver.statement.ProgressHabit;
import br.com.dmbackup.testkit.sqlserver.statement.Trouble;
import br.com.dmbackup.testkit.sqlserver.wire.WireHabits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a dump is when all goes well, however the server talks. */
class StagedDumpTest {
    @TempDir
    private Path folder;
    private Scene scene;

    @BeforeEach
    void open() {
        scene = new Scene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void givesTheServersSignAndWhatItsHistorySays() throws IOException {
        try (FileDump dump = take()) {
            read(dump);
            DumpEnd end = dump.finish();
            BackupRecord row = scene.instance.history().getLast();
            assertThat(end.sign()).contains("BACKUP DATABASE successfully processed").contains("pages checked");
            assertThat(end.facts())
                    .containsEntry("backup_set_uuid", row.uuid().toString().toUpperCase(java.util.Locale.ROOT))
                    .containsEntry("is_copy_only", "1").containsEntry("has_backup_checksums", "1")
                    .containsEntry("first_lsn", Long.toString(row.firstLsn()));
            assertThat(row.setName()).startsWith("DMBackup ").doesNotContain(Scene.LIVE);
            assertThat(end.notices()).isEmpty();
            assertThat(dump.bytes()).isEqualTo(Files.size(dump.file()));
        }
        assertThat(scene.staging).isEmptyDirectory();
    }

    @Test
    void givesNoNameOfAnythingToItsFile() {
        try (FileDump dump = take()) {
            assertThat(dump.file()).hasParent(scene.staging).asString().doesNotContain(Scene.LIVE)
                    .matches(".*/dmbackup-[0-9a-f-]{36}\\.bak");
        }
    }

    @Test
    void countsRowsOfTablesToWhichNobodyWroteMeanwhile() {
        scene.troubles().plan("BACKUP", Moment.at(50), Trouble.outside(scene::sell));
        try (FileDump dump = take()) {
            assertThat(dump.finish().rowCounts()).containsOnlyKeys("dbo.itens").containsEntry("dbo.itens", 6_000L);
        }
    }

    @Test
    void leavesOutATableWhoseRowsCameAndWentMeanwhile() {
        scene.troubles().plan("BACKUP", Moment.at(50), Trouble.outside(() -> {
            scene.sell();
            scene.fill("vendas", 40);
        }));
        try (FileDump dump = take()) {
            assertThat(dump.finish().rowCounts()).containsOnlyKeys("dbo.itens");
        }
    }

    @Test
    void countsNothingWhereNothingMayBeSeen() {
        scene.as("dmbackup", "db_backupoperator");
        try (FileDump dump = take()) {
            assertThat(dump.finish().rowCounts()).isEmpty();
        }
    }

    @Test
    void judgesWhatNobodyReadByReadingItItself() {
        try (FileDump dump = take()) {
            assertThat(dump.finish().sign()).contains("pages checked");
        }
    }

    @Test
    void startsAfreshWithEachReader() throws IOException {
        try (FileDump dump = take()) {
            try (ReadableByteChannel bytes = dump.open()) {
                assertThat(bytes.read(ByteBuffer.allocate(100))).isEqualTo(100);
            }
            read(dump);
            assertThat(dump.finish().sign()).contains("pages checked");
        }
    }

    @Test
    void letsItselfBeMovedAway() throws IOException {
        Path kept = folder.resolve("kept.bak");
        try (FileDump dump = take()) {
            dump.finish();
            Files.move(dump.file(), kept);
        }
        assertThat(kept).isNotEmptyFile();
        assertThat(scene.staging).isEmptyDirectory();
    }

    @Test
    void removesWhatADeadRunLeftAndTellsWhatStays() throws IOException {
        Path left = Files.writeString(scene.staging.resolve("dmbackup-" + UUID.randomUUID() + ".bak"), "half a dump");
        Path stuck = Files.createDirectory(scene.staging.resolve("dmbackup-" + UUID.randomUUID() + ".bak"));
        Path inside = Files.writeString(stuck.resolve("inside"), "x");
        try (FileDump dump = take()) {
            assertThat(left).doesNotExist();
            assertThat(dump.finish().notices()).extracting(Notice::code).containsExactly(NoticeCode.LEFTOVERS_REMOVED,
                    NoticeCode.STAGED_FILE_STAYS);
        }
        Files.delete(inside);
    }

    @Test
    void hasTheServerCheckItsOwnBackup() {
        WatchedProgress progress = new WatchedProgress();
        try (FileDump dump = take()) {
            assertThat(dump.check(progress)).isTrue();
            assertThat(dump.finish().notices()).isEmpty();
        }
        assertThat(progress.everFell()).isFalse();
        assertThat(progress.done()).isPositive().isEqualTo(progress.total());
    }

    @Test
    void saysWhichRightTheServersOwnCheckNeeds() {
        scene.as("dmbackup", "db_backupoperator", "db_datareader");
        try (FileDump dump = take()) {
            assertThat(dump.check(Progress.NONE)).isFalse();
            assertThat(dump.finish().notices()).singleElement().satisfies(notice -> {
                assertThat(notice.code()).isEqualTo(NoticeCode.DUMP_CHECK_NOT_ALLOWED);
                assertThat(notice.arguments()).containsExactly("dmbackup",
                        "USE master; GRANT CREATE ANY DATABASE TO [dmbackup];");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsProgressThatNeverFallsAndEndsAtItsTotal(ProgressHabit habit) {
        scene.troubles().tellProgress(habit);
        WatchedProgress progress = new WatchedProgress();
        try (FileDump dump = scene.dump(progress)) {
            dump.finish();
        }
        assertThat(progress.everFell()).isFalse();
        assertThat(progress.done()).isPositive().isEqualTo(progress.total());
    }

    @Test
    void tellsProgressWhileTheServerIsAtWork() {
        WatchedProgress progress = new WatchedProgress(
                () -> scene.troubles().close());
        scene.troubles().hold("BACKUP", Moment.at(50));
        try (FileDump dump = scene.dump(progress)) {
            dump.finish();
        }
        assertThat(progress.calls()).isGreaterThan(1);
    }

    @ParameterizedTest
    @EnumSource
    void understandsTheServerInEveryLanguage(Language language) {
        scene.instance.speak(language);
        try (FileDump dump = take()) {
            assertThat(dump.check(Progress.NONE)).isTrue();
            assertThat(dump.finish().notices()).isEmpty();
        }
    }

    @Test
    void dependsOnNoBordersOfPacketsOrWrites() {
        scene.server.cutBytesAs(WireHabits.usual().withPayloadPerPacket(7));
        try (FileDump dump = take()) {
            assertThat(dump.finish().notices()).isEmpty();
        }
        scene.server.cutBytesAs(WireHabits.usual().withBytesPerWrite(1));
        try (FileDump dump = take()) {
            assertThat(dump.finish().notices()).isEmpty();
        }
    }

    private FileDump take() {
        return scene.dump(Progress.NONE);
    }

    private static void read(FileDump dump) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(100_000);
        try (ReadableByteChannel bytes = dump.open()) {
            while (bytes.read(piece.clear()) >= 0) {
                assertThat(piece.position()).isPositive();
            }
        }
    }
}
