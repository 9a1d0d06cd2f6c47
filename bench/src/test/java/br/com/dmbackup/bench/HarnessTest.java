package br.com.dmbackup.bench;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.testkit.store.PharmacyPlan;
import br.com.dmbackup.testkit.store.PharmacyStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Python harness with the real program on a very small store. */
class HarnessTest {
    private static final String PROGRAM = "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -cp '"
            + System.getProperty("java.class.path") + "' br.com.dmbackup.cli.Dmbackup";

    @TempDir
    Path folder;

    @BeforeEach
    void needs() {
        List.of("python3", "zip", "unzip", "cmp").forEach(Needs::program);
    }

    private String harness(int exit, String... arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of("python3", "-B", "-m", "harness"));
        command.addAll(List.of(arguments));
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command).directory(Path.of("").toAbsolutePath().toFile())
                .redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(said);
        assertThat(process.exitValue()).as(text).isEqualTo(exit);
        return text;
    }

    private String measure(String program, int exit) throws Exception {
        Path store = PharmacyStore
                .create(folder.resolve("store.db"), PharmacyPlan.STANDARD.withBytes(3_000_000)).file();
        return harness(exit, "run", "--pages", store.toString(), "--program", program, "--work",
                folder.resolve("work").toString(), "--results", folder.resolve("results.json").toString(), "--rounds",
                "1", "--cold-rounds", "0", "--without", "pigz,7z,7z-1,zstd");
    }

    @Test
    void measuresProvesAndDraws() throws Exception {
        String said = measure(PROGRAM, 0);
        assertThat(said).contains("dmbackup archive create", "dmbackup archive extract", "zip -6", "unzip", "cp");
        Path page = Files.writeString(folder.resolve("page.md"),
                "before\n<!-- measured: begin -->\nold\n<!-- measured: end -->\nafter\n");
        Path chart = folder.resolve("chart.svg");
        harness(0, "report", "--results", folder.resolve("results.json").toString(), "--page", page.toString(),
                "--chart", chart.toString());
        assertThat(Files.readString(page)).startsWith("before\n").endsWith("after\n").doesNotContain("old")
                .contains("| **dmbackup archive create**").contains("size against `zip -6`");
        var drawn = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(chart.toFile());
        assertThat(drawn.getElementsByTagName("rect").getLength()).isEqualTo(7);
    }

    @Test
    void failsWhenAProgramFails() throws Exception {
        assertThat(measure("false", 1)).contains("exit 1");
    }

    @Test
    void failsWhenARestoredFileIsAnother() throws Exception {
        Path liar = Files.writeString(folder.resolve("liar.sh"), """
                case $2 in
                create) cp "$3" "$5" ;;
                extract) head -c 1000000 "$3" > "$5"; echo other >> "$5" ;;
                esac
                """);
        assertThat(measure("sh '" + liar + "'", 1)).contains("differ");
    }
}
