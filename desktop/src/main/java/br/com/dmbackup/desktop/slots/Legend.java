package br.com.dmbackup.desktop.slots;

import br.com.dmbackup.desktop.look.Theme;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.Set;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What the shapes mean that are to be seen now. */
final class Legend extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int SIZE = 13;

    private transient Set<Glyph> shown = Set.of();

    Legend() {
        super(new MigLayout("insets 0, gapx 14, gapy 2, wrap 4", "", ""));
        setName("slots.legend");
    }

    void show(Set<Glyph> glyphs, SlotWords words) {
        if (glyphs.equals(shown)) {
            return;
        }
        shown = Set.copyOf(glyphs);
        removeAll();
        for (Glyph glyph : Glyph.values()) {
            if (shown.contains(glyph) && glyph != Glyph.EMPTY) {
                JLabel label = new JLabel(words.text("slots.legend." + glyph), new Sign(glyph), JLabel.LEADING);
                label.setFont(label.getFont().deriveFont(label.getFont().getSize2D() * 0.9f));
                add(label);
            }
        }
        revalidate();
    }

    private record Sign(Glyph glyph) implements Icon {
        @Override
        public void paintIcon(Component on, Graphics g, int x, int y) {
            glyph.draw((Graphics2D) g, x, y, SIZE, Theme.shown() == Theme.DARK ? new Color(0x1e1f22) : Color.WHITE,
                    false);
        }

        @Override
        public int getIconWidth() {
            return SIZE;
        }

        @Override
        public int getIconHeight() {
            return SIZE;
        }
    }
}
