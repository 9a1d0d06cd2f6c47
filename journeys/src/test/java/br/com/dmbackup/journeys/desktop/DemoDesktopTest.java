package br.com.dmbackup.journeys.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.cli.Dmbackup;
import br.com.dmbackup.cli.Surroundings;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.installation.SystemMonotonicSource;
import br.com.dmbackup.demo.DemoCommand;
import br.com.dmbackup.journeys.RealProgram;
import java.awt.Frame;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.finder.WindowFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./dmbackup demo --desktop}, with a screen and without one. */
class DemoDesktopTest extends WindowsTest {
    private static final int CLOSE = 3;

    @TempDir
    Path folder;

    @Test
    void opensTrayAndWindowOverARunningAgentUntilItIsClosed() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Surroundings surroundings = new Surroundings(
                new Surroundings.Screen(InputStream.nullInputStream(), out, out, false, 80), Map.of(), folder,
                Clock.systemUTC(), new SystemMonotonicSource(), Checkpoint.NONE);
        CompletableFuture<Integer> demo = CompletableFuture.supplyAsync(() -> Dmbackup
                .run(List.of("demo", "--desktop", "--size", "2MB"), surroundings, List.of(new DemoCommand())));
        Frame frame = WindowFinder.findFrame(new GenericTypeMatcher<>(Frame.class) {
            @Override
            protected boolean isMatching(Frame found) {
                return "Gerenciador de Backup DMASTER".equals(found.getTitle()) && found.isShowing();
            }
        }).withTimeout(60_000).using(robot()).target();
        Page window = new Page(robot(), frame);
        window.says("window.store", "Farmácia Demonstração");
        new TrayMouse().choose(CLOSE);
        Page close = Page.dialog(robot(), "close");
        close.type("close.typed", DateTimeFormatter.ofPattern("ddMMyyyy", Locale.ROOT)
                .format(LocalDate.now(ZoneId.of(LocalAgent.at(folder.resolve("dmbackup-demo")).status().zone()))));
        close.press("close.close");
        assertThat(demo.get(60, TimeUnit.SECONDS)).as(said.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("./dmbackup desktop --home dmbackup-demo");
    }

    @Test
    void saysWithoutAScreenWhereThePicturesAre() throws Exception {
        RealProgram program = new RealProgram(folder);
        RealProgram.Ended ended = program.run(List.of("demo", "--desktop"));
        assertThat(ended.code()).as(ended.text()).isZero();
        assertThat(ended.text()).contains("não há tela", "docs/manual");
        assertThat(folder.resolve("dmbackup-demo")).doesNotExist();
        RealProgram.Ended alone = program.run(List.of("desktop", "--home", "nada"));
        assertThat(alone.code()).isEqualTo(2);
        assertThat(alone.text()).contains("DM-724", "dmbackup status");
    }
}
