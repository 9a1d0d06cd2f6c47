package br.com.dmbackup.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.journeys.RealProgram.Ended;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a stranger runs it: a process of its own, an empty environment, and then the lines it says to copy. */
class DemoJourneyTest {
    private static final String TYPED = "  ./dmbackup ";

    @TempDir
    Path folder;

    @Test
    void theDemoRunsInAnEmptyEnvironmentAndTheLinesToCopyWork() throws Exception {
        RealProgram program = new RealProgram(folder);
        Ended demo = program.run(List.of("demo", "--size", "8MB"));
        assertThat(demo.code()).as(demo.text()).isZero();
        assertThat(demo.text()).contains("Farmácia Demonstração", "Todas iguais.")
                .doesNotContain("Exception", "\tat ", "?");

        List<String> lines = demo.text().lines().filter(line -> line.startsWith(TYPED))
                .map(line -> line.substring(TYPED.length())).toList();
        assertThat(lines).extracting(line -> line.split(" ", -1)[0]).containsExactly("list", "verify", "restore",
                "status");
        List<String> told = new ArrayList<>();
        for (String line : lines) {
            Ended ended = program.run(Arrays.asList(line.split(" ", -1)));
            assertThat(ended.code()).as(ended.text()).isZero();
            told.add(ended.text());
        }
        assertThat(told.get(0)).contains("09h", "12h", "verificado").doesNotContain("DANIFICADO");
        assertThat(told.get(1)).contains("Verificado").doesNotContain("DANIFICADO");
        assertThat(told.get(2)).contains("iguais");
        assertThat(folder.resolve("dmbackup-demo").resolve("restaurado.db")).exists();
        assertThat(told.get(3)).contains("Farmácia Demonstração", "Restauração provada");
    }
}
