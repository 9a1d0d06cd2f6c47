package br.com.dmbackup.desktop.form;

import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.Scrollable;
import net.miginfocom.swing.MigLayout;

/** A form in two columns, words and controls, that is never wider than its place and scrolls when it is higher. */
public final class FormColumn extends JPanel implements Scrollable {
    private static final long serialVersionUID = 1L;
    private static final int LINE = 16;

    public FormColumn() {
        super(new MigLayout("insets panel, fillx, wrap 2, hidemode 3", "[][grow,fill]", ""));
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
