package br.com.dmbackup.journeys.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.dmbackup.protocol.api.JobReport.JobKind;
import br.com.dmbackup.protocol.api.JobRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "Corrigir", on things that are really broken. */
class RemedyTest extends WindowsTest {
    @TempDir
    Path root;

    @Test
    void makesTheFolderOfADestinationThatIsGone() throws Exception {
        try (StoreWithAgent store = StoreWithAgent.in(root).start()) {
            MainPage window = open(store.home);
            window.status("Aguardando tarefas...");
            delete(store.terminal);
            store.sell(10);
            store.agent().ask(new JobRequest(JobKind.BACKUP, Optional.empty(), Optional.empty()));
            await().atMost(Page.PATIENCE).until(() -> !store.status().troubles().isEmpty());
            window.press("window.what_to_do");
            Page fault = Page.dialog(robot(), "fault");
            fault.press("fault.mend");
            Page remedy = Page.dialog(robot(), "remedy");
            remedy.says("remedy.said", "será criada");
            assertThat(store.terminal).doesNotExist();
            remedy.press("remedy.mend");
            remedy.says("remedy.said", "está pronta");
            assertThat(store.terminal).isDirectory();
            remedy.press("button.close");
            remedy.gone();
            fault.gone();
            store.agent().ask(new JobRequest(JobKind.DELIVERY, Optional.empty(), Optional.empty()));
            await().atMost(Page.PATIENCE).until(() -> store.status().troubles().isEmpty());
            assertThat(store.terminal).isDirectoryRecursivelyContaining("glob:**MCDados.zip");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
