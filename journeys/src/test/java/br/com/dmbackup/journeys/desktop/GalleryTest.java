package br.com.dmbackup.journeys.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.desktop.Desktop;
import br.com.dmbackup.desktop.DesktopOptions;
import br.com.dmbackup.desktop.look.Theme;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.testkit.time.SettableClock;
import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.RootPaneContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every window in every language, in one of them dark: nothing is cut off, every letter of a window is its own, and whatever
 * can be used has a name for those who listen. With {@code -Dupdate} the pictures of the manual are made of it.
 */
@Tag("slow")
class GalleryTest extends WindowsTest {
    private static final boolean UPDATE = System.getProperty("update") != null;
    /** Of the module that is tested. */
    private static final Path MANUAL = Path.of("..", "docs", "manual");

    @TempDir
    Path root;

    static Stream<Arguments> otherLooks() {
        return Stream.of(Arguments.of(Language.EN, UPDATE ? Theme.LIGHT : Theme.DARK),
                Arguments.of(Language.ES, Theme.LIGHT));
    }

    @Test
    void everyWindowIsWhole() throws Exception {
        lookAtAll(Language.PT_BR, Theme.LIGHT);
    }

    @ParameterizedTest
    @MethodSource("otherLooks")
    void everyWindowIsWholeInTheOtherLanguages(Language language, Theme theme) throws Exception {
        lookAtAll(language, theme);
    }

    private void lookAtAll(Language language, Theme theme) throws Exception {
        Path pictures = UPDATE ? MANUAL.resolve(language.tag()) : root.resolve("pictures");
        Files.createDirectories(pictures);
        List<String> complaints = new ArrayList<>();
        for (Scene scene : Scenes.ALL) {
            complaints(scene, language, theme, pictures)
                    .forEach(complaint -> complaints.add(scene.name() + ": " + complaint));
        }
        assertThat(complaints).as("%s %s", language.tag(), theme).isEmpty();
    }

    private List<String> complaints(Scene scene, Language language, Theme theme, Path pictures) throws Exception {
        try {
            return photograph(scene, language, theme, pictures);
        } catch (AssertionError | RuntimeException notShown) {
            // The others are looked at all the same.
            return List.of(notShown.toString());
        }
    }

    private List<String> photograph(Scene scene, Language language, Theme theme, Path pictures) throws Exception {
        Path home = root.resolve(scene.name());
        try (ScriptedAgent agent = new ScriptedAgent(home, language);
                Desktop desktop = Desktop.start(new DesktopOptions(home, language, Optional.of(theme), false, "1.0.0",
                        settings.resolve(scene.name()), SettableClock.at("2026-11-23T14:32", ScriptedAgent.ZONE)))) {
            MainPage main = new MainPage(robot(), desktop);
            main.status(agent.status().activity().text());
            main.says("window.where", " ");
            Page shown = scene.stage().set(main, agent);
            robot().waitForIdle();
            Window window = (Window) shown.window();
            List<String> complaints = Page.onScreen(() -> Inspection.of(window));
            if (window instanceof RootPaneContainer pane) {
                Photograph.of(pane, Page.onScreen(() -> Photograph.title(window)),
                        pictures.resolve(scene.name() + ".png"));
            }
            return complaints;
        }
    }
}
