package br.com.dmbackup.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.protocol.FaultCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignArchiveTest {
    private final byte[] dump = SampleDumps.mixed(71, 900_000);

    @TempDir
    Path folder;

    private interface Filling {
        void fill(ZipOutputStream zip) throws IOException;
    }

    private static byte[] zip(Filling filling) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            filling.fill(zip);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content, boolean stored) throws IOException {
        var entry = new ZipEntry(name);
        if (stored) {
            var crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(content);
    }

    private static ArchiveReader open(byte[] bytes) {
        return ArchiveReader.open(new MemoryChannel(bytes), "antigo.zip");
    }

    private void assertReadable(byte[] bytes) throws IOException {
        try (ArchiveReader reader = open(bytes)) {
            assertThat(reader.manifest()).isEmpty();
            assertThat(reader.dumpBytes()).isEqualTo(dump.length);
            ArchiveReport report = reader.check(CheckDepth.ENCODED, Progress.NONE);
            assertThat(report.damages()).isEmpty();
            assertThat(report.depth()).isEqualTo(CheckDepth.FULL);
            var sink = new ByteArrayOutputStream();
            reader.extractTo(sink, Progress.NONE);
            assertThat(sink.toByteArray()).isEqualTo(dump);
            Path target = folder.resolve("out.bak");
            Files.deleteIfExists(target);
            reader.extractTo(target, Progress.NONE);
            assertThat(Files.readAllBytes(target)).isEqualTo(dump);
        }
    }

    private static void assertRefused(byte[] bytes, FaultCode code) {
        BackupFault fault = catchThrowableOfType(BackupFault.class, () -> open(bytes).close());
        assertThat(fault).isNotNull();
        assertThat(fault.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsADumpStoredOrDeflatedWithDescriptorCommentAndFolders(boolean stored) throws IOException {
        assertReadable(zip(zip -> {
            zip.putNextEntry(new ZipEntry("Backup/"));
            put(zip, "Backup/MCDados.bak", dump, stored);
            zip.setComment("cópia de segurança");
        }));
    }

    @Test
    void readsADumpBehindForeignBytes() throws IOException {
        byte[] zip = zip(out -> put(out, "MCDados.bak", dump, false));
        byte[] shifted = new byte[zip.length + 1000];
        System.arraycopy(zip, 0, shifted, 1000, zip.length);
        assertReadable(shifted);
    }

    @ParameterizedTest
    @CsvSource({"zip -q -6 old.zip MCDados.bak", "zip -q -fz old.zip MCDados.bak", "7z a -tzip -bd old.zip MCDados.bak",
            "python3 -m zipfile -c old.zip MCDados.bak"})
    void readsWhatOtherProgramsMake(String command) throws Exception {
        ForeignTools.require(command.substring(0, command.indexOf(' ')));
        Files.write(folder.resolve("MCDados.bak"), dump);
        ForeignTools.run(folder, List.of(command.split(" ")));
        assertReadable(Files.readAllBytes(folder.resolve("old.zip")));
    }

    @Test
    void readsAnArchiveOfOursThatAnotherProgramPackedAgain() throws Exception {
        ForeignTools.require("7z");
        SampleArchives.write(folder.resolve("MCDados.zip"), dump);
        ForeignTools.run(folder, List.of("7z", "x", "-bd", "MCDados.zip"));
        ForeignTools.run(folder, List.of("7z", "a", "-tzip", "-bd", "old.zip", "MCDados.bak", "dmbackup"));
        assertReadable(Files.readAllBytes(folder.resolve("old.zip")));
    }

    @Test
    void refusesEncryptionAndOtherMethods() throws Exception {
        ForeignTools.require("7z");
        Files.write(folder.resolve("MCDados.bak"), dump);
        ForeignTools.run(folder, List.of("7z", "a", "-tzip", "-bd", "-psenha", "old.zip", "MCDados.bak"));
        assertRefused(Files.readAllBytes(folder.resolve("old.zip")), FaultCode.ARCHIVE_UNSUPPORTED);
        ForeignTools.run(folder, List.of("7z", "a", "-tzip", "-bd", "-mm=BZip2", "bz.zip", "MCDados.bak"));
        assertRefused(Files.readAllBytes(folder.resolve("bz.zip")), FaultCode.ARCHIVE_UNSUPPORTED);
    }

    @Test
    void refusesNoDumpAndSeveral() {
        assertRefused(zip(zip -> zip.putNextEntry(new ZipEntry("empty/"))), FaultCode.ARCHIVE_WITHOUT_ONE_DUMP);
        BackupFault fault = catchThrowableOfType(BackupFault.class, () -> open(zip(zip -> {
            for (int i = 0; i < 40; i++) {
                put(zip, "f" + i, new byte[10], false);
            }
        })));
        assertThat(fault.code()).isEqualTo(FaultCode.ARCHIVE_WITHOUT_ONE_DUMP);
        assertThat(fault.arguments()).contains(40);
    }

    @Test
    void refusesWhatIsNoZip() {
        assertRefused("isto não é um arquivo zip".repeat(100).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                FaultCode.NOT_AN_ARCHIVE);
        assertRefused(SampleDumps.random(5, 100_000), FaultCode.NOT_AN_ARCHIVE);
    }

    @Test
    void saysTruncatedWhenTheDirectoryIsMissing() {
        byte[] zip = zip(out -> put(out, "MCDados.bak", dump, true));
        assertRefused(Arrays.copyOf(zip, zip.length / 2), FaultCode.ARCHIVE_TRUNCATED);
    }

    @ParameterizedTest
    @CsvSource({"../../etc/passwd,passwd", "C:\\Windows\\win.ini,win.ini", "a/b/\u202eexe.bak,_exe.bak", "..,dump",
            "dir/co\u0007n,co_n", "a:b|c?.bak,a_b_c_.bak"})
    void showsHarmlessNamesOnly(String name, String shown) {
        try (ArchiveReader reader = open(zip(zip -> put(zip, name, dump, true)))) {
            assertThat(reader.dumpName()).isEqualTo(shown);
        }
    }

    @Test
    void findsEveryDamageToADeflatedDump() {
        byte[] zip = zip(out -> put(out, "MCDados.bak", SampleDumps.sales(4, 300_000), false));
        var random = new java.util.Random(73);
        for (int round = 0; round < 100; round++) {
            byte[] damaged = zip.clone();
            int at = 41 + random.nextInt(zip.length - 200);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            try (ArchiveReader reader = open(damaged)) {
                assertThat(reader.check(CheckDepth.FULL, Progress.NONE).damages()).as("seed 73, offset %d", at)
                        .extracting(Damage::region).containsExactly(Damage.Region.DUMP);
                assertThat(catchThrowableOfType(BackupFault.class,
                        () -> reader.extractTo(folder.resolve("out.bak"), Progress.NONE)).code())
                        .isEqualTo(FaultCode.ARCHIVE_DAMAGED);
                assertThat(folder.resolve("out.bak")).doesNotExist();
            }
        }
    }

    /** Sets figures in the only entry of a directory: at 24 the plain length, at 20 the encoded one, at 42 the offset. */
    private byte[] withDirectoryFigure(int field, int value) {
        byte[] zip = zip(out -> put(out, "MCDados.bak", dump, false));
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int directory = bytes.getInt(zip.length - 6);
        bytes.putInt(directory + field, value);
        return zip;
    }

    @Test
    void refusesLengthsThatCannotBe() {
        assertRefused(withDirectoryFigure(24, 0x7fff_ffff), FaultCode.ARCHIVE_BOMB);
        assertRefused(withDirectoryFigure(24, 0xffff_fffe), FaultCode.ARCHIVE_BOMB);
        assertRefused(withDirectoryFigure(20, 0x7fff_ffff), FaultCode.ARCHIVE_BOMB);
        assertRefused(withDirectoryFigure(42, 0x7fff_ffff), FaultCode.ARCHIVE_DAMAGED);
        assertRefused(withDirectoryFigure(42, 5), FaultCode.ARCHIVE_DAMAGED);
    }

    @Test
    void neverWritesMoreThanTheDeclaredLength() throws IOException {
        byte[] bomb = withDirectoryFigure(24, 1000);
        try (ArchiveReader reader = open(bomb)) {
            var sink = new ByteArrayOutputStream();
            assertThat(catchThrowableOfType(BackupFault.class, () -> reader.extractTo(sink, Progress.NONE)).code())
                    .isEqualTo(FaultCode.ARCHIVE_DAMAGED);
            assertThat(sink.size()).isLessThanOrEqualTo(1000);
            assertThat(reader.check(CheckDepth.FULL, Progress.NONE).damages()).extracting(Damage::region)
                    .contains(Damage.Region.DUMP);
        }
    }

    @Test
    void refusesADumpThatOverlapsAnotherEntry() {
        byte[] zip = zip(out -> {
            put(out, "MCDados.bak", dump, true);
            put(out, "dmbackup/index.bin", new byte[100], true);
        });
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int directory = bytes.getInt(zip.length - 6);
        bytes.putInt(directory + 46 + 11 + 42, 5000);
        assertRefused(zip, FaultCode.ARCHIVE_BOMB);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {81, 82, 83, 84})
    void meetsAnyBytesWithAFaultAtWorst(long seed) {
        var random = new java.util.Random(seed);
        byte[] sound = zip(out -> put(out, "MCDados.bak", SampleDumps.sales(seed, 2000), false));
        for (int round = 0; round < 2000; round++) {
            byte[] bytes = sound.clone();
            for (int i = 0; i <= random.nextInt(6); i++) {
                int at = Math.max(0, bytes.length - 1 - random.nextInt(120));
                bytes[at] = (byte) (random.nextBoolean() ? 0xff : random.nextInt());
            }
            try (ArchiveReader reader = open(bytes)) {
                reader.check(CheckDepth.FULL, Progress.NONE);
                reader.extractTo(new ByteArrayOutputStream(), Progress.NONE);
            } catch (BackupFault fault) {
                assertThat(fault.code()).isNotEqualTo(FaultCode.INTERNAL);
            }
        }
    }
}
