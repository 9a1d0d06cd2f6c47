package br.com.dmbackup.engine.sqlserver.mtf;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.engine.sqlserver.Scene;
import br.com.dmbackup.engine.sqlserver.connection.LongStatement;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.protocol.DumpKind;
import br.com.dmbackup.testkit.sqlserver.state.BackupRecord;
import br.com.dmbackup.testkit.sqlserver.state.DatabaseFile;
import br.com.dmbackup.testkit.sqlserver.state.RecoveryModel;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The double's writer and the product's reader come from one description of the format, yet from two hands: what one
 * writes, the other reads, of every kind of backup. That real servers write the same is for the genuine files to say.
 */
class FilesOfTheDoubleTest {
    private static final String FULL = "BACKUP DATABASE ? TO DISK = ? WITH FORMAT, INIT, CHECKSUM, NAME = ?";
    @TempDir
    private Path folder;

    @Test
    void readsEveryKindOfBackupThatTheDoubleWrites() throws Exception {
        try (Scene scene = new Scene(folder); Session session = Session.open(scene.address(), Session.MASTER)) {
            scene.live.set(RecoveryModel.FULL);
            assertReads(scene, session, FULL, DumpKind.FULL);
            assertReads(scene, session, FULL + ", COPY_ONLY, NO_COMPRESSION", DumpKind.COPY_ONLY);
            assertReads(scene, session, FULL + ", DIFFERENTIAL", DumpKind.DIFFERENTIAL);
            assertReads(scene, session, FULL.replace("DATABASE", "LOG"), DumpKind.LOG);
        }
    }

    private void assertReads(Scene scene, Session session, String statement, DumpKind kind)
            throws SQLException, IOException {
        Path file = scene.staging.resolve(kind + ".bak");
        String name = "Loja São João: " + kind;
        new LongStatement(session, scene.access().patience(), percent -> {}).run(statement, Scene.LIVE, file.toString(),
                name);
        BackupRecord row = scene.instance.history().getLast();
        MtfContents contents = read(file);
        assertThat(contents.damages()).as(kind.name()).isEmpty();
        assertThat(contents.doubts()).as(kind.name()).isEmpty();
        assertThat(contents.bytes()).isEqualTo(Files.size(file));
        assertThat(contents.sets()).singleElement().satisfies(set -> {
            assertThat(set.kind()).isEqualTo(kind);
            assertThat(set.ended()).isTrue();
            assertThat(set.start().name()).isEqualTo(name);
            assertThat(set.start().id()).contains(row.uuid());
            assertThat(set.start().login()).isEqualTo(row.login());
            assertThat(set.started()).contains(row.start().truncatedTo(ChronoUnit.SECONDS));
            assertThat(set.finished()).contains(row.finish().truncatedTo(ChronoUnit.SECONDS));
            SetRecord record = set.record().orElseThrow();
            assertThat(record.database()).isEqualTo(Scene.LIVE);
            assertThat(record.server()).isEqualTo(scene.instance.name());
            assertThat(record.version().major()).isEqualTo(scene.instance.product().major());
            assertThat(record.databaseVersion()).isEqualTo(scene.instance.product().databaseVersion());
            assertThat(record.files()).extracting(each -> each.path()).containsExactlyElementsOf(
                    scene.live.files().stream().map(DatabaseFile::path).map(Path::toString).toList());
        });
        assertThat(contents.pages().wrong()).isZero();
        assertThat(contents.pages().checked() > 0).as("pages").isEqualTo(kind != DumpKind.LOG);
    }

    private static MtfContents read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return new MtfReader(channel, channel.size(), Progress.NONE).read();
        }
    }
}
