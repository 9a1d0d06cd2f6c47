package br.com.dmbackup.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.archive.zip.ZipBytes;
import br.com.dmbackup.core.archive.zip.ZipDirectory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Each figure of an archive that 32 bits may not hold, one by one around 4 GiB: 0xffffffff itself says "see there". */
@ParameterizedClass(name = "{0} {1}")
@MethodSource("borders")
class Zip64BordersTest {
    private static final long GIB_4 = 1L << 32;
    private static final long LITTLE = 3_000_000_000L;

    enum Field {
        PLAIN_LENGTH, ENCODED_LENGTH, BOTH_LENGTHS, INDEX_OFFSET, MANIFEST_OFFSET, DIRECTORY_OFFSET
    }

    @TempDir
    Path folder;

    @Parameter(0)
    Field field = Field.PLAIN_LENGTH;

    @Parameter(1)
    long value;

    private long plainBytes;
    private long encodedBytes;
    private HollowArchive archive = new HollowArchive(1, 10);
    private Path file = Path.of("");

    static List<Object[]> borders() {
        return java.util.Arrays.stream(Field.values()).flatMap(field -> java.util.stream.LongStream
                .rangeClosed(GIB_4 - 2, GIB_4 + 1).mapToObj(value -> new Object[]{field, value})).toList();
    }

    @BeforeEach
    void write() throws IOException {
        plainBytes = switch (field) {
            case PLAIN_LENGTH, BOTH_LENGTHS -> value;
            case ENCODED_LENGTH -> GIB_4 - 50_000_000;
            default -> GIB_4 - 100;
        };
        encodedBytes = switch (field) {
            case PLAIN_LENGTH -> LITTLE;
            case ENCODED_LENGTH, BOTH_LENGTHS -> value;
            case INDEX_OFFSET -> reaching(HollowArchive::indexOffset);
            case MANIFEST_OFFSET -> reaching(HollowArchive::manifestOffset);
            case DIRECTORY_OFFSET -> reaching(HollowArchive::directoryOffset);
        };
        archive = new HollowArchive(plainBytes, encodedBytes);
        file = archive.write(folder.resolve("MCDados.zip"));
    }

    /** The encoded length at which an offset has the value that is asked for. */
    private long reaching(ToLongFunction<HollowArchive> offset) {
        long somewhere = GIB_4 - 1_000_000;
        return somewhere + value - offset.applyAsLong(new HollowArchive(plainBytes, somewhere));
    }

    @Test
    void isReadByUs() throws IOException {
        try (FileChannel channel = FileChannel.open(file); ArchiveReader reader = SampleArchives.open(file)) {
            assertThat(reader.manifest()).hasValueSatisfying(it -> assertThat(it.dumpBytes()).isEqualTo(plainBytes));
            assertThat(reader.dumpBytes()).isEqualTo(plainBytes);
            var bytes = new ZipBytes(channel);
            OwnArchive own = OpenedArchive.open(bytes, "border").own().orElseThrow();
            assertThat(own.index()).isPresent();
            assertThat(own.layout().index().headerOffset()).isEqualTo(archive.indexOffset());
            assertThat(own.layout().manifest().headerOffset()).isEqualTo(archive.manifestOffset());
            assertThat(own.layout().directoryOffset()).isEqualTo(archive.directoryOffset());
            assertSame(OwnLayout.followed(bytes).orElseThrow(), own.layout());
            assertSame(OwnLayout.told(directory(bytes)).orElseThrow(), own.layout());
        }
    }

    private static ZipDirectory directory(ZipBytes bytes) throws IOException {
        try {
            return ZipDirectory.read(bytes);
        } catch (br.com.dmbackup.core.archive.zip.ZipFlaw e) {
            throw new AssertionError(e);
        }
    }

    /** What headers and directory say, which they say apart from each other. */
    private static void assertSame(OwnLayout one, OwnLayout other) {
        assertThat(one).usingRecursiveComparison().ignoringFields("dump.flags", "index.flags", "manifest.flags")
                .isEqualTo(other);
    }

    @Test
    @Tag("slow")
    void isSoundToUs() {
        assertThat(SampleArchives.check(file, CheckDepth.ENCODED).damages()).isEmpty();
    }

    @Test
    void isReadByJava() throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            ZipEntry dump = zip.getEntry(SampleArchives.DUMP_NAME);
            assertThat(dump.getSize()).isEqualTo(plainBytes);
            assertThat(dump.getCompressedSize()).isEqualTo(encodedBytes);
            byte[] manifest = zip.getInputStream(zip.getEntry(ArchiveParts.MANIFEST_NAME)).readAllBytes();
            assertManifest(new String(manifest, StandardCharsets.UTF_8));
        }
    }

    @Test
    void isReadByPython() throws Exception {
        ForeignTools.require("python3");
        List<String> lines = ForeignTools.run(folder, List.of("python3", "-W", "error", "-c", """
                import zipfile
                with zipfile.ZipFile("MCDados.zip") as archive:
                    for entry in archive.infolist():
                        print(entry.file_size, entry.compress_size, entry.header_offset)
                    print(archive.start_dir)
                    archive.read("dmbackup/index.bin")
                    print(archive.read("dmbackup/manifest.json").decode())
                    archive.open("MCDados.bak").close()
                """)).lines().toList();
        assertThat(lines.get(0)).isEqualTo("%d %d 0", plainBytes, encodedBytes);
        assertThat(lines.get(1)).endsWith(" " + archive.indexOffset());
        assertThat(lines.get(2)).endsWith(" " + archive.manifestOffset());
        assertThat(lines.get(3)).isEqualTo(Long.toString(archive.directoryOffset()));
        assertManifest(String.join("\n", lines));
    }

    @Test
    void isReadByUnzip() throws Exception {
        ForeignTools.require("unzip");
        Assumptions.assumeFalse(encodedBytes == GIB_4 - 1, "of this one encoded length Info-ZIP 6.0 takes the figure "
                + "for its own mark, which makes it stumble over the entries after the dump");
        String listed = ForeignTools.run(folder, List.of("unzip", "-Z", "-l", "MCDados.zip"));
        assertThat(listed).contains(" " + plainBytes + " ").contains(" " + encodedBytes + " ")
                .doesNotContainIgnoringCase("warning").doesNotContainIgnoringCase("error");
        for (String part : List.of(ArchiveParts.INDEX_NAME, ArchiveParts.MANIFEST_NAME)) {
            assertThat(ForeignTools.run(folder, List.of("unzip", "-t", "MCDados.zip", part))).contains("No errors")
                    .doesNotContainIgnoringCase("warning");
        }
        assertManifest(ForeignTools.run(folder, List.of("unzip", "-p", "MCDados.zip", ArchiveParts.MANIFEST_NAME)));
    }

    @Test
    void isReadBySevenZip() throws Exception {
        ForeignTools.require("7z");
        String listed = ForeignTools.run(folder, List.of("7z", "l", "-slt", "MCDados.zip"));
        assertThat(listed).contains("\nSize = " + plainBytes + "\n").contains("\nPacked Size = " + encodedBytes + "\n")
                .contains("\nPhysical Size = " + Files.size(file) + "\n").doesNotContainIgnoringCase("warning")
                .doesNotContainIgnoringCase("error");
        assertThat(ForeignTools.run(folder, List.of("7z", "t", "MCDados.zip", "dmbackup/*")))
                .contains("Everything is Ok").doesNotContainIgnoringCase("warning");
    }

    private void assertManifest(String text) {
        assertThat(text).contains("\"dumpBytes\" : " + plainBytes);
    }
}
