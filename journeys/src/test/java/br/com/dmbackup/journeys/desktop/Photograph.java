package br.com.dmbackup.journeys.desktop;

import java.awt.Color;
import java.awt.Dialog;
import java.awt.Font;
import java.awt.Frame;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.swing.JRootPane;
import javax.swing.RootPaneContainer;
import javax.swing.UIManager;

/** Paints a window into a file, under a plain title bar that belongs to no system. */
final class Photograph {
    private static final int BAR = 30;

    private Photograph() {}

    static void of(RootPaneContainer window, String title, Path file) throws IOException {
        BufferedImage image = Page.onScreen(() -> painted(window.getRootPane(), title));
        ImageIO.write(image, "png", file.toFile());
    }

    static String title(Window window) {
        return window instanceof Dialog dialog ? dialog.getTitle() : ((Frame) window).getTitle();
    }

    private static BufferedImage painted(JRootPane pane, String title) {
        BufferedImage image = new BufferedImage(pane.getWidth() + 2, pane.getHeight() + BAR + 1,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Color line = UIManager.getColor("Component.borderColor");
        g.setColor(line);
        g.fillRect(0, 0, pane.getWidth() + 2, pane.getHeight() + BAR + 1);
        g.setColor(UIManager.getColor("TableHeader.background"));
        g.fillRect(1, 1, pane.getWidth(), BAR - 2);
        g.setColor(UIManager.getColor("Label.foreground"));
        g.setFont(UIManager.getFont("Label.font").deriveFont(Font.BOLD));
        g.drawString(title, 12, BAR - 10);
        int cross = pane.getWidth() - 18;
        g.drawLine(cross, 11, cross + 8, 19);
        g.drawLine(cross, 19, cross + 8, 11);
        g.translate(1, BAR);
        pane.printAll(g);
        g.dispose();
        return image;
    }
}
