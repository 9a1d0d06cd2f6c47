package br.com.dmbackup.journeys.desktop;

import br.com.dmbackup.desktop.Desktop;
import br.com.dmbackup.desktop.DesktopOptions;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.testkit.display.Display;
import br.com.dmbackup.testkit.time.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every test of the windows begins with: a screen, a robot, and the windows of a home. */
@Timeout(300)
abstract class WindowsTest {
    private static final int BETWEEN_EVENTS_MILLIS = 15;

    @TempDir
    Path settings;

    private final List<Desktop> desktops = new ArrayList<>();
    private Optional<Robot> robot = Optional.empty();

    @BeforeAll
    static void screen() throws IOException {
        Display.ready().tray();
        FailOnThreadViolationRepaintManager.install();
    }

    @BeforeEach
    void hands() {
        Robot hands = BasicRobot.robotWithCurrentAwtHierarchyWithoutScreenLock();
        hands.settings().delayBetweenEvents(BETWEEN_EVENTS_MILLIS);
        robot = Optional.of(hands);
    }

    @AfterEach
    void tidy() throws InterruptedException {
        for (Desktop desktop : desktops) {
            desktop.close();
        }
        robot.ifPresent(Robot::cleanUp);
    }

    final Robot robot() {
        return robot.orElseThrow();
    }

    /** Opens the windows in Portuguese; they are closed after the test. */
    final MainPage open(Path home) throws InterruptedException {
        return open(home, Language.PT_BR, SettableClock.at("2026-11-23T09:30", ZoneId.of("America/Sao_Paulo")));
    }

    final MainPage open(Path home, Language language, java.time.Clock clock) throws InterruptedException {
        Desktop desktop = Desktop.start(new DesktopOptions(home, language, Optional.empty(), false, "9.9.9", settings,
                clock));
        desktops.add(desktop);
        return new MainPage(robot(), desktop);
    }
}
