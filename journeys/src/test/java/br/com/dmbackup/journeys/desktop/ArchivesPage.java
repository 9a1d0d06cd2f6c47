package br.com.dmbackup.journeys.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Component;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import org.assertj.swing.core.Robot;

/** A window with slots in it, or one about archives. */
final class ArchivesPage extends Page {
    ArchivesPage(Page page) {
        super(page.robot(), page.window());
    }

    static ArchivesPage of(Robot robot, String room) {
        return new ArchivesPage(dialog(robot, room));
    }

    /** Chooses a radio button or ticks a box. */
    void choose(String name) {
        strike(() -> {
            Component choice = awaited(name, Component.class);
            await().atMost(PATIENCE).until(choice::isEnabled);
            return choice;
        });
    }

    /** Types a path and presses Enter. */
    void typePath(String name, Path path) {
        type(name, path.toString());
        robot().pressAndReleaseKeys(KeyEvent.VK_ENTER);
    }

    /** Waits until what those hear who listen to the screen holds these words. */
    void tells(String slot, String words) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(description(slot)).contains(words));
    }

    String description(String slot) {
        return onScreen(() -> {
            try {
                return String.valueOf(component(slot).getAccessibleContext().getAccessibleDescription());
            } catch (org.assertj.swing.exception.ComponentLookupException absent) {
                return "";
            }
        });
    }

    String hover(String slot) {
        return onScreen(() -> String.valueOf(((JComponent) component(slot)).getToolTipText()));
    }

    /** The name of what has the keyboard. */
    String focused() {
        return onScreen(() -> {
            Component owner = java.awt.KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
            return owner == null ? "" : String.valueOf(owner.getName());
        });
    }

    void focus(String name) {
        robot().focusAndWaitForFocusGain(awaited(name, Component.class));
    }

    void click(String name) {
        strike(() -> awaited(name, Component.class));
    }

    boolean selected(String name) {
        return onScreen(() -> ((AbstractButton) component(name)).isSelected());
    }

    private Component component(String name) {
        return robot().finder().findByName(window(), name, true);
    }
}
