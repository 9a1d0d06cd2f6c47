package br.com.dmbackup.bench;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.testkit.store.PharmacyPlan;
import br.com.dmbackup.testkit.store.PharmacyStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Python harness with the real program on a very small store's three hours. */
class HarnessTest {
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String CLASSES = System.getProperty("java.class.path");
    private static final String PROGRAM = "'" + JAVA + "' -cp '" + CLASSES + "' br.com.dmbackup.cli.Dmbackup";

    @TempDir
    Path folder;

    private Path history;

    @BeforeEach
    void needs() throws Exception {
        List.of("python3", "zip", "unzip", "cmp").forEach(Needs::program);
        history = Files.createDirectories(folder.resolve("history"));
        PharmacyStore store = PharmacyStore.create(folder.resolve("store.db"),
                PharmacyPlan.STANDARD.withBytes(3_000_000));
        for (int hour = 0; hour <= 2; hour++) {
            Files.copy(store.file(), history.resolve("hour" + hour + ".pages"));
            store.sellFor(Duration.ofHours(1), hour);
        }
    }

    private String harness(int exit, String... arguments) throws IOException, InterruptedException {
        return python(exit, "harness", arguments);
    }

    private String python(int exit, String module, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("python3", "-B", "-m", module));
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
        return measure(program, exit, "pigz,7z,zstd,restic,borg,pgbackrest");
    }

    private String measure(String program, int exit, String without) throws Exception {
        Path options = Files.writeString(folder.resolve("jvm.options"),
                "# as the agent's\n-XX:+UseSerialGC\n-Xmx128m\n");
        return harness(exit, "run", "--history", history.toString(), "--program", program, "--java", JAVA,
                "--classpath",
                CLASSES, "--jvm-options", options.toString(), "--work", folder.resolve("work").toString(), "--results",
                folder.resolve("results.json").toString(), "--rounds", "1", "--dropped-rounds", "0", "--no-sha-rounds",
                "0", "--dump-rounds", "0", "--verify-rounds", "1", "--without", without);
    }

    @Test
    void measuresAnHourAfterItsHistoryProvesAndDraws() throws Exception {
        String said = measure(PROGRAM, 0);
        assertThat(said).contains("dmbackup, warm", "dmbackup, cold", "dmbackup, whole cycle", "archive create --base",
                "archive extract", "the original's three passes", "zip -6", "unzip", "cp", "2 complete archives");
        Path page = Files.writeString(folder.resolve("page.md"),
                "before\n<!-- measured: begin -->\nstale\n<!-- measured: end -->\nafter\n");
        Path chart = folder.resolve("chart.svg");
        harness(0, "report", "--results", folder.resolve("results.json").toString(), "--page", page.toString(),
                "--chart", chart.toString());
        assertThat(Files.readString(page)).startsWith("before\n").endsWith("after\n").doesNotContain("stale")
                .contains("| **dmbackup, warm (as the agent)**", "whole cycle against the original's: less CPU",
                        "size | ", "Only a look");
        var drawn = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(chart.toFile());
        assertThat(drawn.getElementsByTagName("rect").getLength()).isEqualTo(1 + 8 + 4);
    }

    @Test
    void keepsTheHoursInRepositoriesAndBeginsEveryRoundWithThem() throws Exception {
        for (String program : List.of("restic", "borg")) {
            Assumptions.assumeTrue(Needs.installed(program), program + " is not installed; only measuring needs it");
        }
        for (int hour = 0; hour <= 2; hour++) {
            python(0, "harness.take", history.toString(), "2", "pgbackrest", String.valueOf(hour),
                    history.resolve("hour" + hour + ".pages").toString(), folder.resolve("history/kept").toString());
        }
        String said = measure(PROGRAM, 0, "original,pigz,7z,zstd,cp,pgbackrest");
        assertThat(said).contains("restic backup", "restic restore", "borg create", "borg extract",
                "restic check --read-data", "borg check --verify-data");
        assertThat(Files.readString(folder.resolve("results.json"))).contains("\"restic\": {", "\"added\"");
    }

    @Test
    void tellsByHowMuchAPromiseIsMissed() throws Exception {
        Path results = Files.writeString(folder.resolve("results.json"), """
                {"date": "2026-01-01", "hour": 2, "growth": {}, "skipped": [],
                 "machine": {"cpu": "", "cores": 2, "sha_extensions": true, "memory_gib": 1, "kernel": "", "system": "",
                             "disk": "", "java": "", "versions": {"dmbackup": ""}},
                 "scenes": {"hour, warm": "An hour"}, "sizes": {"hour, warm": 1600000000}, "measurements": [
                 {"scene": "hour, warm", "verb": "archive", "command": "dmbackup, warm (as the agent)", "round": 1,
                  "wall": 2.0, "cpu": 3.0, "rss": 1, "bytes": 103, "added": 1},
                 {"scene": "hour, warm", "verb": "archive", "command": "zip -6", "round": 1,
                  "wall": 19.0, "cpu": 19.0, "rss": 1, "bytes": 100}]}
                """);
        Path page = Files.writeString(folder.resolve("page.md"), "<!-- measured: begin --><!-- measured: end -->");
        harness(0, "report", "--results", results.toString(), "--page", page.toString(), "--chart",
                folder.resolve("chart.svg").toString());
        assertThat(Files.readString(page)).contains("| **9.50** | **at least 10: missed by 5%** | 16: missed by 41% |",
                "| **1.03** | at most 1.05: kept | 1.02: missed by 1% |").doesNotContain("Only a look", "restic");
    }

    @Test
    void failsWhenAProgramFails() throws Exception {
        assertThat(measure("false", 1)).contains("exit 1");
    }

    @Test
    void failsWhenARestoredFileIsAnother() throws Exception {
        Path liar = Files.writeString(folder.resolve("liar.sh"), """
                case $2 in
                create) zip -q "$5" "$3" ;;
                extract) head -c 1000000 "$3" > "$5"; echo other >> "$5" ;;
                esac
                """);
        assertThat(measure("sh '" + liar + "'", 1)).contains("differ");
    }
}
