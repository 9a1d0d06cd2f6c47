package br.com.dmbackup.journeys.desktop;

import br.com.dmbackup.desktop.Desktop;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.event.WindowEvent;
import org.assertj.swing.core.Robot;

/** The main window. */
final class MainPage extends Page {
    private final Desktop desktop;

    MainPage(Robot robot, Desktop desktop) {
        super(robot, desktop.window());
        this.desktop = desktop;
    }

    Desktop desktop() {
        return desktop;
    }

    String title() {
        return onScreen(() -> desktop.window().getTitle());
    }

    /** Waits until the status line says this. */
    void status(String words) {
        says("window.status", words);
    }

    /** Presses the cross of its title bar. */
    void cross() {
        EventQueue.invokeLater(() -> Toolkit.getDefaultToolkit().getSystemEventQueue()
                .postEvent(new WindowEvent(desktop.window(), WindowEvent.WINDOW_CLOSING)));
    }

    /** Presses a button of a use case, such as {@code window.manual}, and finds the dialog of a room. */
    Page open(String key, String room) {
        press(key);
        return dialog(robot(), room);
    }
}
