package br.com.dmbackup.desktop.form;

import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.beans.PropertyChangeListener;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.Scrollable;
import net.miginfocom.swing.MigLayout;

/** A form in two columns, words and controls, that is never wider than its place and scrolls when it is higher. */
public final class FormColumn extends JPanel implements Scrollable {
    private static final long serialVersionUID = 1L;
    private static final int LINE = 16;
    private static final String FOCUS = "permanentFocusOwner";

    private final transient PropertyChangeListener focused = event -> {
        if (event.getNewValue() instanceof JComponent field && isAncestorOf(field)) {
            field.scrollRectToVisible(new Rectangle(0, 0, field.getWidth(), field.getHeight()));
        }
    };

    public FormColumn() {
        super(new MigLayout("insets panel, fillx, wrap 2, hidemode 3", "[][grow,fill]", ""));
    }

    /** Whoever goes from field to field by the keyboard sees each of them. */
    @Override
    public void addNotify() {
        super.addNotify();
        KeyboardFocusManager.getCurrentKeyboardFocusManager().addPropertyChangeListener(FOCUS, focused);
    }

    @Override
    public void removeNotify() {
        KeyboardFocusManager.getCurrentKeyboardFocusManager().removePropertyChangeListener(FOCUS, focused);
        super.removeNotify();
    }

    /** The same in its scroll pane. */
    public JScrollPane scrolled() {
        JScrollPane scrolled = new JScrollPane(this, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
                JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        scrolled.setBorder(null);
        return scrolled;
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle seen, int orientation, int direction) {
        return LINE;
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle seen, int orientation, int direction) {
        return seen.height;
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return false;
    }
}
