package br.com.dmbackup.engine.sqlserver.dump;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.engine.DumpEnd;
import br.com.dmbackup.core.engine.FileDump;
import br.com.dmbackup.engine.sqlserver.Scene;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.NoticeCode;
import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import br.com.dmbackup.testkit.sqlserver.state.BackupRecord;
import br.com.dmbackup.testkit.sqlserver.state.DatabaseFile;
import br.com.dmbackup.testkit.sqlserver.state.Instance.SuspectPage;
import br.com.dmbackup.testkit.sqlserver.state.Product;
import br.com.dmbackup.testkit.sqlserver.state.RecoveryModel;
import br.com.dmbackup.testkit.sqlserver.statement.Moment;
import br.com.dmbackup.testkit.sqlserver.statement.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told beside a backup that went well. */
class NeighbourhoodTest {
    private static final Messages PT = Messages.in(Language.PT_BR);
    private static final long GIB = 1L << 30;
    @TempDir
    private Path folder;

    @Test
    void tellsOnceOfAnotherProgramThatTakesFullBackups() {
        try (Scene scene = new Scene(folder)) {
            taken(scene, 'D', false, "Backup Noturno");
            taken(scene, 'D', true, "a copy disturbs nobody");
            Notice notice = only(scene);
            assertThat(notice.code()).isEqualTo(NoticeCode.OTHER_FULL_BACKUP);
            assertThat(notice.arguments()).startsWith(Scene.LIVE, "Backup Noturno (LOJA\\suporte)");
            assertThat(notice.text(PT)).contains("Backup Noturno (LOJA\\suporte)").contains("23/11/2026");
            assertThat(notices(scene)).as("it is told once").isEmpty();
        }
    }

    @Test
    void tellsWhoCutsTheLog() {
        try (Scene scene = new Scene(folder)) {
            taken(scene, 'D', false, "");
            taken(scene, 'L', false, "ERP log");
            assertThat(notices(scene)).extracting(Notice::code).containsExactly(NoticeCode.OTHER_FULL_BACKUP,
                    NoticeCode.OTHER_LOG_BACKUP);
        }
    }

    @Test
    void tellsNothingOfLongAgoNorOfOtherDatabases() {
        try (Scene scene = new Scene(folder)) {
            taken(scene, 'D', false, "old");
            scene.clock.advance(Duration.ofDays(8));
            taken(scene, "Outro", 'D', false, "other database");
            assertThat(notices(scene)).isEmpty();
        }
    }

    @Test
    void warnsOfALogThatNobodyBacksUp() {
        try (Scene scene = new Scene(folder)) {
            scene.live.set(RecoveryModel.FULL);
            assertThat(notices(scene)).as("before the first full backup it behaves as a simple one").isEmpty();
            taken(scene, 'D', false, "x");
            Notice notice = notices(scene).stream().filter(one -> one.code() == NoticeCode.LOG_NEVER_BACKED_UP)
                    .findFirst().orElseThrow();
            assertThat(notice.arguments()).containsExactly(Scene.LIVE, "FULL", 8L << 20,
                    "ALTER DATABASE [MCDados] SET RECOVERY SIMPLE");
            taken(scene, 'L', false, "log");
            assertThat(notices(scene)).extracting(Notice::code).doesNotContain(NoticeCode.LOG_NEVER_BACKED_UP);
            scene.clock.advance(Duration.ofDays(8));
            assertThat(notices(scene)).as("they stopped").extracting(Notice::code)
                    .contains(NoticeCode.LOG_NEVER_BACKED_UP);
        }
    }

    @ParameterizedTest
    @CsvSource({"2014, 7, ", "2022, 8, DATABASE_NEAR_LIMIT", "2022, 9, DATABASE_NEAR_LIMIT",
            "2022, 10, DATABASE_AT_LIMIT",
            "2025, 10, ", "2025, 40, DATABASE_NEAR_LIMIT", "2025, 48, DATABASE_AT_LIMIT", "0, 48, "})
    void comparesTheSizeOfTheDataWithWhatTheEditionAllows(int year, long gib, NoticeCode expected) {
        Product product = switch (year) {
            case 2014 -> Product.express2014();
            case 2022 -> Product.express2022();
            case 2025 -> Product.express2025();
            default -> Product.standard2022();
        };
        try (Scene scene = new Scene(folder, product)) {
            List<DatabaseFile> files = scene.live.files();
            scene.live.setFiles(List.of(files.getFirst().withBytes(gib * GIB), files.getLast().withBytes(60 * GIB)));
            assertThat(notices(scene)).extracting(Notice::code)
                    .isEqualTo(expected == null ? List.of() : List.of(expected));
        }
    }

    @Test
    void tellsOfPagesThatTheServerFoundDamaged() {
        try (Scene scene = new Scene(folder)) {
            LocalDateTime now = scene.instance.now();
            for (int event = 1; event <= 7; event++) {
                scene.instance.add(new SuspectPage(scene.live.id(), 1, 40 + event, event, 1, now));
            }
            scene.instance.add(new SuspectPage(99, 1, 40, 2, 1, now));
            Notice notice = only(scene);
            assertThat(notice.code()).isEqualTo(NoticeCode.PAGES_SUSPECT);
            assertThat(notice.arguments()).startsWith(Scene.LIVE, 3);
        }
    }

    @Test
    void saysOnceWhatItMayNotWatchAndFailsNothing() {
        try (Scene scene = new Scene(folder)) {
            for (String question : List.of("SELECT backup_set_id", "SELECT TOP", "SELECT last_update_date")) {
                scene.troubles().planAlways(question, Moment.START, Trouble
                        .error(ServerMessage.of(229, "SELECT", "backupset", "msdb", "dbo")));
            }
            DumpEnd end = end(scene);
            assertThat(end.facts()).isEmpty();
            assertThat(end.notices()).singleElement().satisfies(notice -> {
                assertThat(notice.code()).isEqualTo(NoticeCode.HISTORY_UNWATCHED);
                assertThat(notice.text(PT)).contains("GRANT SELECT ON dbo.backupset TO [sa]");
            });
        }
    }

    @Test
    void saysThatTheServerDidNotWriteItsHistory() {
        try (Scene scene = new Scene(folder)) {
            scene.troubles().plan("BACKUP", Moment.END, Trouble.outside(scene.instance::forgetHistory));
            assertThat(only(scene).code()).isEqualTo(NoticeCode.DUMP_HISTORY_DIFFERS);
        }
    }

    @Test
    void takesABackupForGoodOfWhichOnlyTheHistoryWasLost() {
        try (Scene scene = new Scene(folder)) {
            scene.troubles().plan("BACKUP", Moment.at(100), Trouble.message(ServerMessage.of(3009)))
                    .plan("BACKUP", Moment.END, Trouble.outside(scene.instance::forgetHistory));
            assertThat(only(scene).code()).isEqualTo(NoticeCode.DUMP_HISTORY_DIFFERS);
        }
    }

    @Test
    void saysWhatTheHistoryTellsOtherwise() {
        Witness witness = new Witness(1, "Outro", new java.util.TreeMap<>(), false, false, 11, "CAIXA01", 16,
                java.util.Optional.empty());
        assertThat(witness.contradictions("MCDados", 10)).hasSize(4);
        assertThat(new Witness(1, "mcdados", new java.util.TreeMap<>(), true, true, 10, "CAIXA01", 16,
                java.util.Optional.empty()).contradictions("MCDados", 10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void speaksEveryLanguage(Language language) {
        try (Scene scene = new Scene(folder)) {
            taken(scene, 'D', false, "Noturno");
            assertThat(only(scene).text(Messages.in(language))).contains("Noturno").contains(Scene.LIVE);
        }
    }

    private static Notice only(Scene scene) {
        List<Notice> notices = notices(scene);
        assertThat(notices).hasSize(1);
        return notices.getFirst();
    }

    private static List<Notice> notices(Scene scene) {
        return end(scene).notices();
    }

    private static DumpEnd end(Scene scene) {
        try (FileDump dump = scene.dump(Progress.NONE)) {
            return dump.finish();
        }
    }

    private static void taken(Scene scene, char type, boolean copyOnly, String name) {
        taken(scene, Scene.LIVE, type, copyOnly, name);
    }

    private static void taken(Scene scene, String database, char type, boolean copyOnly, String name) {
        LocalDateTime now = scene.instance.now();
        scene.instance.add(new BackupRecord(scene.instance.nextNumber(), UUID.randomUUID(), database, now, type,
                copyOnly, false, "LOJA\\suporte", name, now, now, 1, 1, 1, Path.of("/x.bak"), RecoveryModel.FULL));
    }
}
