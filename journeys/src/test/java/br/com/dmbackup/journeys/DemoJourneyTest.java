package br.com.dmbackup.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.demo.DemoMain;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a stranger runs it: a process of its own, an empty environment, and then the lines it says to copy. */
class DemoJourneyTest {
    private static final String TYPED = "  ./dmbackup ";

    @TempDir
    Path folder;

    @Test
    void theDemoRunsInAnEmptyEnvironmentAndTheLinesToCopyWork() throws Exception {
        Ended demo = run(List.of("demo", "--size", "8MB"));
        assertThat(demo.code()).as(demo.text()).isZero();
        assertThat(demo.text()).contains("Farmácia Demonstração", "Todas iguais.")
                .doesNotContain("Exception", "\tat ", "?");

        List<String> lines = demo.text().lines().filter(line -> line.startsWith(TYPED))
                .map(line -> line.substring(TYPED.length())).toList();
        assertThat(lines).extracting(line -> line.split(" ", -1)[0]).containsExactly("list", "verify", "restore",
                "status");
        List<String> told = new ArrayList<>();
        for (String line : lines) {
            Ended ended = run(Arrays.asList(line.split(" ", -1)));
            assertThat(ended.code()).as(ended.text()).isZero();
            told.add(ended.text());
        }
        assertThat(told.get(0)).contains("09h", "12h", "verificado").doesNotContain("DANIFICADO");
        assertThat(told.get(1)).contains("Verificado").doesNotContain("DANIFICADO");
        assertThat(told.get(2)).contains("iguais");
        assertThat(folder.resolve("dmbackup-demo").resolve("restaurado.db")).exists();
        assertThat(told.get(3)).contains("Farmácia Demonstração", "Restauração provada");
    }

    private record Ended(int code, String text) {}

    private Ended run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                DemoMain.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        // What the launcher sets where nothing is set.
        builder.environment().put("LC_ALL", "C.UTF-8");
        Path heard = Files.createTempFile(folder, "heard", ".txt");
        Process process = builder.redirectOutput(heard.toFile()).start();
        process.getOutputStream().close();
        try (InputStream nothing = process.getInputStream()) {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("ends in time").isTrue();
            assertThat(nothing.readAllBytes()).isEmpty();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(heard, StandardCharsets.UTF_8));
    }
}
