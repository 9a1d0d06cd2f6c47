package br.com.dmbackup.engine.sqlserver.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.engine.FileDump;
import br.com.dmbackup.engine.sqlserver.Scene;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.NoticeCode;
import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import br.com.dmbackup.testkit.sqlserver.statement.Moment;
import br.com.dmbackup.testkit.sqlserver.statement.Trouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server said that all is well, and the bytes say otherwise. */
class DumpDamageTest {
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
        assertThat(scene.staging).isEmptyDirectory();
    }

    @Test
    void findsABitThatFlippedBetweenBackupAndReading() {
        assertDamaged(DumpDamageTest::flip, "page");
    }

    @Test
    void findsTheBitWhileTheArchiveReadsTheBytes() throws IOException {
        try (FileDump dump = scene.dump(Progress.NONE)) {
            change(dump, DumpDamageTest::flip);
            ByteBuffer piece = ByteBuffer.allocate(77_777);
            try (ReadableByteChannel bytes = dump.open()) {
                while (bytes.read(piece.clear()) >= 0) {
                    assertThat(piece.position()).isPositive();
                }
            }
            Files.delete(dump.file());
            assertThat(catchThrowableOfType(BackupFault.class, dump::finish).code())
                    .as("without reading it a second time").isEqualTo(FaultCode.DUMP_DAMAGED);
        }
    }

    @Test
    void findsAFileThatIsShorterNow() {
        assertDamaged(bytes -> Arrays.copyOf(bytes, bytes.length - 100), "end");
        assertDamaged(bytes -> Arrays.copyOf(bytes, 200), "end");
        assertDamaged(bytes -> new byte[0], "FOREIGN");
    }

    @Test
    void findsBytesThatAreNoBackup() {
        assertDamaged(bytes -> new byte[bytes.length], "FOREIGN");
    }

    @Test
    void findsAnotherBackupInItsPlace() throws IOException {
        byte[] other;
        try (FileDump dump = scene.dump(Progress.NONE)) {
            other = Files.readAllBytes(dump.file());
        }
        assertDamaged(bytes -> other, "name: DMBackup ");
    }

    @Test
    void tellsOfAnotherSpellingOfTheDatabase() throws IOException {
        byte[] live = Scene.LIVE.getBytes(StandardCharsets.UTF_16LE);
        byte[] other = "MCTeste".getBytes(StandardCharsets.UTF_16LE);
        try (FileDump dump = scene.dump(Progress.NONE)) {
            change(dump, bytes -> {
                for (int at = 0; at < bytes.length - live.length; at++) {
                    if (Arrays.equals(bytes, at, at + live.length, live, 0, live.length)) {
                        System.arraycopy(other, 0, bytes, at, other.length);
                    }
                }
                return bytes;
            });
            assertThat(dump.finish().notices()).filteredOn(notice -> notice.code() == NoticeCode.DUMP_PART_UNKNOWN)
                    .singleElement().asString().contains("database MCTeste");
        }
    }

    @Test
    void hasTheServerReadWhatItDoesNotUnderstandItself() throws IOException {
        serverFindsNothingWrong();
        try (FileDump dump = scene.dump(Progress.NONE)) {
            change(dump, DumpDamageTest::flipAHeader);
            assertThat(dump.finish().notices()).extracting(Notice::code)
                    .containsExactly(NoticeCode.DUMP_READ_OTHERWISE);
        }
        assertDamaged(DumpDamageTest::flip, "page");
    }

    @Test
    void believesAWrongHeaderThatTheServerFindsTooOrMayNotRead() {
        assertDamaged(DumpDamageTest::flipAHeader, "header");
        scene.as("clerk", "db_backupoperator");
        assertDamaged(DumpDamageTest::flipAHeader, "header");
    }

    private void serverFindsNothingWrong() {
        scene.troubles().plan("RESTORE VERIFYONLY", Moment.START, Trouble.message(ServerMessage.of(3262, 1)));
        scene.troubles().plan("RESTORE VERIFYONLY", Moment.START, Trouble.ended());
    }

    /** That of the second block. */
    private static byte[] flipAHeader(byte[] bytes) {
        bytes[4096 + 40] ^= 1;
        return bytes;
    }

    @Test
    void hasTheServerReadACompressedFileAtOnce() throws IOException {
        serverFindsNothingWrong();
        try (FileDump dump = scene.dump(Progress.NONE)) {
            change(dump, bytes -> "MSSQLBAK and whatever follows".getBytes(StandardCharsets.US_ASCII));
            assertThat(dump.finish().notices()).extracting(Notice::code).containsExactly(NoticeCode.DUMP_UNCHECKED);
        }
        try (FileDump dump = scene.dump(Progress.NONE)) {
            change(dump, bytes -> "MSSQLBAK and whatever follows".getBytes(StandardCharsets.US_ASCII));
            assertThat(catchThrowableOfType(BackupFault.class, dump::finish).code())
                    .isEqualTo(FaultCode.DUMP_DAMAGED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3183, 3189, 3203, 3241, 3242, 3256})
    void hearsWhatTheServersOwnCheckFinds(int number) {
        scene.troubles().plan("RESTORE VERIFYONLY", Moment.at(10),
                Trouble.error(ServerMessage.of(number, "a", "b"), ServerMessage.of(3013, "VERIFY DATABASE")));
        try (FileDump dump = scene.dump(Progress.NONE)) {
            BackupFault fault = catchThrowableOfType(BackupFault.class, () -> dump.check(Progress.NONE));
            assertThat(fault.code()).isEqualTo(FaultCode.DUMP_DAMAGED);
            assertThat(fault.foreignCode().orElseThrow()).contains(Integer.toString(number));
        }
    }

    @Test
    void hearsAnErrorOfTheCheckBehindRows() {
        scene.troubles().plan("RESTORE VERIFYONLY", Moment.END,
                Trouble.errorBehindRows(ServerMessage.of(3189)));
        try (FileDump dump = scene.dump(Progress.NONE)) {
            assertThat(catchThrowableOfType(BackupFault.class, () -> dump.check(Progress.NONE)).code())
                    .isEqualTo(FaultCode.DUMP_DAMAGED);
        }
    }

    @Test
    void believesNoCheckWithoutTheServersSignButKeepsTheDump() {
        scene.troubles().plan("RESTORE VERIFYONLY", Moment.START, Trouble.ended());
        try (FileDump dump = scene.dump(Progress.NONE)) {
            assertThat(dump.check(Progress.NONE)).isFalse();
            assertThat(dump.finish().notices()).extracting(Notice::code).contains(NoticeCode.DUMP_CHECK_FAILED);
        }
    }

    @Test
    void aServerThatIsGoneDuringTheCheckCostsNoDump() {
        scene.troubles().plan("RESTORE VERIFYONLY", Moment.START, Trouble.cut());
        try (FileDump dump = scene.dump(Progress.NONE)) {
            assertThat(dump.check(Progress.NONE)).isFalse();
            assertThat(dump.finish().notices()).extracting(Notice::code).contains(NoticeCode.DUMP_CHECK_FAILED);
        }
    }

    @Test
    void hasTheServerFindTheFlippedBitToo() throws IOException {
        try (FileDump dump = scene.dump(Progress.NONE)) {
            change(dump, DumpDamageTest::flip);
            assertThat(catchThrowableOfType(BackupFault.class, () -> dump.check(Progress.NONE)).code())
                    .isEqualTo(FaultCode.DUMP_DAMAGED);
        }
    }

    private void assertDamaged(UnaryOperator<byte[]> change, String words) {
        try (FileDump dump = scene.dump(Progress.NONE)) {
            change(dump, change);
            BackupFault fault = catchThrowableOfType(BackupFault.class, dump::finish);
            assertThat(fault).as("fault").isNotNull();
            assertThat(fault.code()).isEqualTo(FaultCode.DUMP_DAMAGED);
            assertThat((String) fault.arguments()[1]).contains(words);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    /** In a page with contents; a backup holds empty ones too, which nobody can judge. */
    private static byte[] flip(byte[] bytes) {
        int page = 8_192;
        for (int at = page; at < bytes.length; at++) {
            if (bytes[at] == 'D' && (bytes[at + 1] == 'i' || bytes[at + 2] == 'i')) {
                bytes[at] ^= 1;
                return bytes;
            }
        }
        throw new AssertionError("no contents");
    }

    private static void change(FileDump dump, UnaryOperator<byte[]> change) throws IOException {
        Files.write(dump.file(), change.apply(Files.readAllBytes(dump.file())));
    }
}
