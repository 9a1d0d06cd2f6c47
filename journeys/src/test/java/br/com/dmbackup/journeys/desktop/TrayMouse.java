package br.com.dmbackup.journeys.desktop;

import static org.awaitility.Awaitility.await;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/**
 * A mouse at the sign near the clock. AWT's own menus are no components that a finder could find, so this one points
 * and clicks on the screen, as a person does.
 */
final class TrayMouse {
    /** trayer is put into the corner on the right below. */
    private static final int FROM_CORNER = 15;
    private static final int EYE = 120;

    private final Robot hand;

    TrayMouse() throws AWTException {
        hand = new Robot();
        hand.setAutoDelay(40);
    }

    /** Opens the menu and takes its entry, counted from 1. */
    void choose(int entry) {
        Rectangle icon = icon();
        BufferedImage before = seen(icon);
        hand.mouseMove(icon.x, icon.y);
        hand.mousePress(InputEvent.BUTTON3_DOWN_MASK);
        hand.mouseRelease(InputEvent.BUTTON3_DOWN_MASK);
        await().atMost(Page.PATIENCE).until(() -> differ(before, seen(icon)));
        for (int step = 0; step < entry; step++) {
            key(KeyEvent.VK_DOWN);
        }
        key(KeyEvent.VK_ENTER);
    }

    /** What stands in the tray now, pixel by pixel. */
    List<Integer> sign() {
        Rectangle icon = icon();
        BufferedImage image = hand.createScreenCapture(new Rectangle(icon.x - 8, icon.y - 8, 16, 16));
        return Arrays.stream(image.getRGB(0, 0, 16, 16, null, 0, 16)).boxed().toList();
    }

    private void key(int code) {
        hand.keyPress(code);
        hand.keyRelease(code);
    }

    private static Rectangle icon() {
        var screen = Toolkit.getDefaultToolkit().getScreenSize();
        return new Rectangle(screen.width - FROM_CORNER, screen.height - FROM_CORNER, 1, 1);
    }

    private BufferedImage seen(Rectangle icon) {
        return hand.createScreenCapture(new Rectangle(icon.x - EYE, icon.y - EYE, EYE, EYE));
    }

    private static boolean differ(BufferedImage one, BufferedImage other) {
        for (int x = 0; x < one.getWidth(); x += 2) {
            for (int y = 0; y < one.getHeight(); y += 2) {
                if (one.getRGB(x, y) != other.getRGB(x, y)) {
                    return true;
                }
            }
        }
        return false;
    }
}
