package br.com.dmbackup.desktop.look;

import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.Icon;

/** A {@link Tone} as an icon, sharp at every scale. */
public record StateIcon(Tone tone, int size) implements Icon {
    @Override
    public void paintIcon(Component on, Graphics g, int x, int y) {
        StateShape.draw((Graphics2D) g, x, y, size, tone, tone.colour(),
                Theme.shown() == Theme.DARK ? new Color(0x1e1f22) : Color.WHITE);
    }

    @Override
    public int getIconWidth() {
        return size;
    }

    @Override
    public int getIconHeight() {
        return size;
    }
}
