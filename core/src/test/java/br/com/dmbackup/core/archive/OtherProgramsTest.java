package br.com.dmbackup.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.archive.block.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Every archive opens silently in the programs that people have. */
@ParameterizedClass(name = "{0} bytes")
@ValueSource(ints = {0, 1, 40_000, 3_000_000})
class OtherProgramsTest {
    /** Prints the SHA-256 of the dump, read in both of Java's ways; needs no class of ours. */
    private static final String JAVA_READER = """
            import java.io.*; import java.security.*; import java.util.zip.*;
            public class Reader {
                public static void main(String[] a) throws Exception {
                    try (ZipFile zip = new ZipFile(a[0])) {
                        System.out.println(digest(zip.getInputStream(zip.getEntry(a[1]))));
                    }
                    try (ZipInputStream zip = new ZipInputStream(new FileInputStream(a[0]))) {
                        int entries = 0;
                        for (ZipEntry e; (e = zip.getNextEntry()) != null; entries++) {
                            String d = digest(zip);
                            if (e.getName().equals(a[1])) System.out.println(d);
                        }
                        System.out.println(entries);
                    }
                }
                static String digest(InputStream in) throws Exception {
                    MessageDigest sha = MessageDigest.getInstance("SHA-256");
                    byte[] b = new byte[65536];
                    for (int n; (n = in.read(b)) > 0;) sha.update(b, 0, n);
                    return java.util.HexFormat.of().formatHex(sha.digest());
                }
            }
            """;

    @TempDir
    Path folder;

    @Parameter
    int length;

    private final String name = "Farmácia.bak";
    private byte[] dump = {};
    private Path archive = Path.of("");

    @BeforeEach
    void write() {
        dump = SampleDumps.mixed(61, length);
        archive = folder.resolve("MCDados.zip");
        SampleArchives.write(archive, name,
                java.nio.channels.Channels.newChannel(new java.io.ByteArrayInputStream(dump)), -1);
    }

    @Test
    void unzipFindsNothingWrongAndUnpacksTheSameBytes() throws Exception {
        ForeignTools.require("unzip");
        String said = ForeignTools.run(folder, List.of("unzip", "-t", "MCDados.zip"));
        assertThat(said).contains("No errors detected").doesNotContainIgnoringCase("warning");
        ForeignTools.run(folder, List.of("unzip", "-q", "MCDados.zip", "-d", "out"));
        assertUnpacked();
    }

    @Test
    void sevenZipFindsNothingWrongAndUnpacksTheSameBytes() throws Exception {
        ForeignTools.require("7z");
        String said = ForeignTools.run(folder, List.of("7z", "t", "MCDados.zip"));
        assertThat(said).contains("Everything is Ok").doesNotContainIgnoringCase("warning")
                .doesNotContainIgnoringCase("error");
        ForeignTools.run(folder, List.of("7z", "x", "-oout", "MCDados.zip"));
        assertUnpacked();
    }

    @Test
    void pythonFindsNothingWrongAndUnpacksTheSameBytes() throws Exception {
        ForeignTools.require("python3");
        String said = ForeignTools.run(folder, List.of("python3", "-W", "error", "-c", """
                import zipfile
                z = zipfile.ZipFile('MCDados.zip')
                print(z.testzip(), len(z.namelist()))
                z.extractall('out')"""));
        assertThat(said.strip()).isEqualTo("None 3");
        assertUnpacked();
    }

    private void assertUnpacked() throws IOException {
        try (var files = Files.list(folder.resolve("out"))) {
            List<Path> unpacked = files.filter(Files::isRegularFile).toList();
            assertThat(unpacked).hasSize(1);
            assertThat(Files.readAllBytes(unpacked.getFirst())).isEqualTo(dump);
        }
        assertThat(folder.resolve("out/dmbackup/manifest.json")).content().contains("\"dumpDigest\"");
    }

    @Test
    void thisJavaReadsItAsFileAndAsStream() throws IOException {
        try (var zip = new ZipFile(archive.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            assertThat(in.readAllBytes()).isEqualTo(dump);
        }
        List<String> names = new ArrayList<>();
        try (var zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                byte[] bytes = zip.readAllBytes();
                if (entry.getName().equals(name)) {
                    assertThat(bytes).isEqualTo(dump);
                }
            }
        }
        assertThat(names).containsExactly(name, "dmbackup/index.bin", "dmbackup/manifest.json");
    }

    @Test
    void java17ReadsItAsFileAndAsStream() throws Exception {
        ForeignTools.require(ForeignTools.java17().isPresent(), "no JDK 17 is installed");
        List<String> said = readByJava(ForeignTools.java17().orElseThrow(), folder, name);
        String digest = HexFormat.of().formatHex(Sha256.create().digest(dump));
        assertThat(said).containsExactly(digest, digest, "3");
    }

    /** The digest as ZipFile reads it, the digest as ZipInputStream reads it, and how many entries that saw. */
    static List<String> readByJava(Path java, Path folder, String dumpName) throws Exception {
        Files.writeString(folder.resolve("Reader.java"), JAVA_READER);
        return ForeignTools.run(folder, List.of(java.toString(), "-Dsun.jnu.encoding=UTF-8", "-Dfile.encoding=UTF-8",
                "Reader.java", "MCDados.zip", dumpName)).strip().lines().toList();
    }
}
