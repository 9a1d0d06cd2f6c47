package br.com.dmbackup.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Beyond 4 GiB: the dump alone, and the archive too, in a small heap. */
@Tag("slow")
class LargeArchiveTest {
    private static final long MOST_RESIDENT_KIB = 256 << 10;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"zeros, 4294967295", "zeros, 6000000000", "random, 4500000000", "sales, 8000000000"})
    void isWrittenInLittleMemoryAndOpensEverywhere(String content, long length) throws Exception {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String said = ForeignTools.run(folder, List.of(java.toString(), "-Xmx96m", "-cp", classes,
                LargeDump.class.getName(), "MCDados.zip", content, Long.toString(length)));
        assertThat(Long.parseLong(said.strip().lines().toList().getLast())).isLessThan(MOST_RESIDENT_KIB);

        ForeignTools.require("unzip");
        assertThat(ForeignTools.run(folder, List.of("unzip", "-t", "MCDados.zip"))).contains("No errors detected")
                .doesNotContainIgnoringCase("warning");
        ForeignTools.require("7z");
        assertThat(ForeignTools.run(folder, List.of("7z", "t", "MCDados.zip"))).contains("Everything is Ok")
                .doesNotContainIgnoringCase("warning");
        ForeignTools.require("python3");
        assertThat(ForeignTools.run(folder, List.of("python3", "-W", "error", "-c",
                "import zipfile; print(zipfile.ZipFile('MCDados.zip').testzip())")).strip()).isEqualTo("None");
        for (Path reader : List.of(java, ForeignTools.java17().orElse(java))) {
            List<String> lines = OtherProgramsTest.readByJava(reader, folder, "MCDados.bak");
            assertThat(lines).hasSize(3);
            assertThat(lines.get(0)).isEqualTo(lines.get(1));
            assertThat(lines.get(2)).isEqualTo("3");
        }
    }
}
