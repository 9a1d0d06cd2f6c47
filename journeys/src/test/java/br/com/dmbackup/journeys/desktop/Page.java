package br.com.dmbackup.journeys.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.IllegalComponentStateException;
import java.awt.Point;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.ComponentFinder;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.exception.ActionFailedException;
import org.assertj.swing.exception.ComponentLookupException;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.JTextComponentFixture;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A window as a test speaks of it. Components are found by their names, which are the keys of their texts; whatever
 * takes a moment is waited for.
 */
class Page {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BLOW = Duration.ofSeconds(3);
    private static final int BLOWS = 6;
    private static final Duration REST = Duration.ofMillis(80);

    private final Robot robot;
    private final Container window;

    Page(Robot robot, Container window) {
        this.robot = robot;
        this.window = window;
    }

    /** The dialog of that room, once it is open. */
    static Page dialog(Robot robot, String room) {
        DialogFixture found = WindowFinder.findDialog(new GenericTypeMatcher<>(Dialog.class) {
            @Override
            protected boolean isMatching(Dialog dialog) {
                return room.equals(dialog.getName()) && dialog.isShowing();
            }
        }).withTimeout(PATIENCE.toMillis()).using(robot);
        return new Page(robot, found.target());
    }

    final Robot robot() {
        return robot;
    }

    final Container window() {
        return window;
    }

    /** Presses a button with the mouse, once it is there and enabled. */
    final void press(String name) {
        strike(() -> {
            JButton button = awaited(name, JButton.class);
            await().atMost(PATIENCE).until(button::isEnabled);
            return button;
        });
    }

    /** Presses the first of several buttons of that name. */
    final void pressFirst(String name) {
        strike(() -> {
            await().atMost(PATIENCE).until(() -> !named(name).isEmpty());
            return named(name).getFirst();
        });
    }

    /**
     * Clicks with the mouse. What the window manager is still moving, or another window covers, is missed: then the click is
     * given to the component itself, and where a window has put another in its place, to that.
     *
     * @param seen the component as it is to be seen now
     */
    final void strike(Supplier<? extends Component> seen) {
        for (int blow = 0; blow < BLOWS; blow++) {
            boolean byHand = blow == 0;
            if (hit(seen.get(), byHand ? robot::click : Page::clickPosted)) {
                return;
            }
        }
        throw new AssertionError("no click was heard: " + seen.get().getName());
    }

    private boolean hit(Component component, Consumer<Component> click) {
        AtomicBoolean heard = new AtomicBoolean();
        // The release is no sign: where it opens a dialog, nobody else hears of it until that closes.
        MouseAdapter listening = new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                heard.set(true);
            }
        };
        component.addMouseListener(listening);
        try {
            raise(component);
            awaitRest(component);
            click.accept(component);
            return within(BLOW, heard) || heardOnceIdle(heard);
        } catch (IllegalComponentStateException | ActionFailedException gone) {
            // Another stands in its place.
            return false;
        } finally {
            component.removeMouseListener(listening);
        }
    }

    /** A slow machine may not have come to it yet: a second click would be one too many. */
    private boolean heardOnceIdle(AtomicBoolean heard) {
        robot.waitForIdle();
        return heard.get();
    }

    private static void raise(Component component) {
        GuiActionRunner.execute(() -> {
            Window owner = SwingUtilities.getWindowAncestor(component);
            if (owner != null) {
                owner.toFront();
            }
        });
    }

    private static boolean within(Duration time, AtomicBoolean heard) {
        try {
            await().atMost(time).untilTrue(heard);
            return true;
        } catch (ConditionTimeoutException missed) {
            return false;
        }
    }

    private static void clickPosted(Component component) {
        EventQueue queue = component.getToolkit().getSystemEventQueue();
        for (int kind : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
            queue.postEvent(new MouseEvent(component, kind, System.currentTimeMillis(),
                    kind == MouseEvent.MOUSE_PRESSED ? InputEvent.BUTTON1_DOWN_MASK : 0, component.getWidth() / 2,
                    component.getHeight() / 2, 1, false, MouseEvent.BUTTON1));
        }
    }

    /** The component of that name, once it is to be seen. */
    final <C extends Component> C awaited(String name, Class<C> type) {
        AtomicReference<C> found = new AtomicReference<>();
        await().atMost(PATIENCE).ignoreExceptionsInstanceOf(ComponentLookupException.class).until(() -> {
            found.set(finder().findByName(window, name, type, true));
            return true;
        });
        return found.get();
    }

    private static void awaitRest(Component component) {
        AtomicReference<Point> before = new AtomicReference<>();
        await().atMost(PATIENCE).pollInterval(REST).until(() -> {
            Point now = onScreen(component::getLocationOnScreen);
            return now.equals(before.getAndSet(now));
        });
    }

    private List<JButton> named(String name) {
        return List.copyOf(finder().findAll(window, new GenericTypeMatcher<>(JButton.class, true) {
            @Override
            protected boolean isMatching(JButton button) {
                return name.equals(button.getName());
            }
        }));
    }

    /** Whether it is there and can be pressed. */
    final boolean offers(String name) {
        return onScreen(() -> {
            try {
                return finder().findByName(window, name, true).isEnabled();
            } catch (ComponentLookupException absent) {
                return false;
            }
        });
    }

    /** Types into a field, in place of what stands there. */
    final void type(String name, String text) {
        JTextComponent field = awaited(name, JTextComponent.class);
        raise(field);
        new JTextComponentFixture(robot, field).setText("").enterText(text);
    }

    /** Presses a key of {@link java.awt.event.KeyEvent} while the window has the focus. */
    final void key(int code) {
        robot.pressAndReleaseKeys(code);
    }

    /** Presses a letter together with Alt. */
    final void alt(int code) {
        robot.pressKey(KeyEvent.VK_ALT);
        robot.pressAndReleaseKeys(code);
        robot.releaseKey(KeyEvent.VK_ALT);
    }

    /** What a label or prose says now, the first of several; empty where it is not to be seen. */
    final String text(String name) {
        return onScreen(() -> finder()
                .findAll(window, found -> found != null && name.equals(found.getName()) && found.isShowing())
                .stream().findFirst().map(found -> switch (found) {
                    case JLabel label -> label.getText();
                    case JTextComponent field -> field.getText();
                    case AbstractButton button -> button.getText();
                    default -> throw new IllegalArgumentException(name);
                }).orElse(""));
    }

    /** Waits until a label or prose says this, or holds it. */
    final void says(String name, String words) {
        await().atMost(PATIENCE).untilAsserted(
                () -> org.assertj.core.api.Assertions.assertThat(text(name)).as(name).contains(words));
    }

    /** Waits until the window is gone. */
    final void gone() {
        await().atMost(PATIENCE).until(() -> !onScreen(window::isShowing));
    }

    final boolean showing() {
        return onScreen(window::isShowing);
    }

    /** Asks something of components on the thread that draws. */
    static <T> T onScreen(Callable<T> question) {
        T answer = GuiActionRunner.execute(question);
        if (answer == null) {
            throw new IllegalStateException("no answer");
        }
        return answer;
    }

    private ComponentFinder finder() {
        return robot.finder();
    }
}
