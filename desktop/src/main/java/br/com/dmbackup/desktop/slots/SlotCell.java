package br.com.dmbackup.desktop.slots;

import br.com.dmbackup.desktop.look.Theme;
import br.com.dmbackup.protocol.api.SlotPicture;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.KeyEvent;
import java.time.Instant;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.UIManager;

/** One slot: its shape, and its hour below. A button, so that mouse, keyboard and those who listen all know what it is. */
final class SlotCell extends JButton {
    private static final long serialVersionUID = 1L;
    private static final int LARGEST = 22;

    private final String hour;
    private Glyph glyph = Glyph.EMPTY;
    private boolean old;

    SlotCell(String slot) {
        this.hour = slot.substring(0, 2);
        setContentAreaFilled(false);
        setBorderPainted(false);
        setFocusable(false);
        setRolloverEnabled(true);
        setBorder(null);
        setFont(getFont().deriveFont(getFont().getSize2D() * 0.8f));
        // The usual button of the window must not take Enter away from the slot that has the focus.
        getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), "open");
        getActionMap().put("open", Keys.action(this::doClick));
    }

    void show(SlotPicture slot, Instant now, String name, String description, String tooltip) {
        glyph = Glyph.of(slot);
        old = slot.startedAt().filter(made -> made.plusSeconds(24 * 3600).isBefore(now)).isPresent();
        setToolTipText(tooltip);
        getAccessibleContext().setAccessibleName(name);
        getAccessibleContext().setAccessibleDescription(description);
        repaint();
    }

    /** For tests: what it looks like. */
    Glyph glyph() {
        return glyph;
    }

    private int unit() {
        return getFontMetrics(getFont()).getHeight();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(Math.round(unit() * 1.8f), Math.round(unit() * 2.75f));
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(Math.round(unit() * 1.3f), getPreferredSize().height);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        FontMetrics metrics = g.getFontMetrics(getFont());
        double room = Math.min(getWidth() - 4.0, getHeight() - metrics.getHeight() - 5.0);
        double size = Math.min(room, LARGEST * metrics.getHeight() / 14.0);
        if (isFocusOwner() || getModel().isRollover()) {
            Color accent = UIManager.getColor("Component.focusColor");
            g.setColor(accent == null ? getForeground() : accent);
            g.drawRoundRect(0, 0, getWidth() - 1, getHeight() - 1, 6, 6);
            if (isFocusOwner()) {
                g.drawRoundRect(1, 1, getWidth() - 3, getHeight() - 3, 5, 5);
            }
        }
        glyph.draw(g, (getWidth() - size) / 2, 3, size, Theme.shown() == Theme.DARK
                ? new Color(0x1e1f22)
                : Color.WHITE, old);
        g.setFont(getFont());
        g.setColor(UIManager.getColor(glyph == Glyph.EMPTY ? "Label.disabledForeground" : "Label.foreground"));
        g.drawString(hour, (getWidth() - metrics.stringWidth(hour)) / 2,
                getHeight() - metrics.getDescent() - 1);
        g.dispose();
    }
}
