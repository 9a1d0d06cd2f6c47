package br.com.dmbackup.desktop.look;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.GraphicsConfiguration;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/**
 * What all dialogs have in common: a title ({@code <room>.title}) and the room as its name, content, a row of buttons
 * below, Escape closes, it stands over its owner and on the screen, and scrolls where the screen is too small.
 */
public abstract class Sheet extends JDialog {
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final JPanel content = new JPanel(
            new MigLayout("insets dialog, fillx, wrap 1, hidemode 3", "[grow,fill]", "[]"));

    /** @param room the first part of its texts' keys, such as {@code manual} */
    @SuppressWarnings("this-escape") // to components alone, which nobody sees before it is shown
    protected Sheet(Window owner, Texts texts, String room) {
        super(owner, texts.text(room + ".title"), Dialog.ModalityType.DOCUMENT_MODAL);
        this.texts = texts;
        setName(room);
        setDefaultCloseOperation(DISPOSE_ON_CLOSE);
        JScrollPane scrolled = new JScrollPane(content, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
                JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        scrolled.setBorder(null);
        scrolled.getVerticalScrollBar().setUnitIncrement(16);
        JPanel all = new JPanel(new MigLayout("insets 0, fill, wrap 1, hidemode 3", "[grow,fill]", "[grow,fill][]"));
        all.add(scrolled);
        setContentPane(all);
        getRootPane().registerKeyboardAction(event -> close(), KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                JComponent.WHEN_IN_FOCUSED_WINDOW);
    }

    protected final Texts texts() {
        return texts;
    }

    protected final String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    /** Where the dialog puts what it shows: a column, each component as wide as the dialog (MigLayout, wrap 1). */
    protected final JPanel content() {
        return content;
    }

    /**
     * The row of buttons at the foot, from left to right.
     *
     * @param usual what Enter presses
     */
    protected final void buttons(JButton usual, List<JButton> row) {
        JPanel foot = new JPanel(new MigLayout("insets dialog, hidemode 3",
                "12lp:push" + "[]rel".repeat(Math.max(0, row.size() - 1)) + "[]", ""));
        row.forEach(button -> foot.add(button, "sizegroup foot"));
        getContentPane().add(foot);
        getRootPane().setDefaultButton(usual);
    }

    /** What Escape and the window's own cross do. */
    protected void close() {
        dispose();
    }

    /** Shows it, and returns when it was closed. */
    public final void open() {
        fit();
        setVisible(true);
    }

    /** As large as its content needs and the screen allows; again after the content changed. */
    public final void fit() {
        pack();
        // Prose knows how many lines it takes only once it knows its width, and layouts remember what it said before.
        forget(getRootPane());
        pack();
        Rectangle room = room(getOwner() == null ? this : getOwner());
        Dimension wanted = getSize();
        setSize(Math.min(wanted.width, room.width), Math.min(wanted.height, room.height));
        if (!isVisible()) {
            setLocationRelativeTo(getOwner());
        }
        setLocation(Math.clamp(getX(), room.x, Math.max(room.x, room.x + room.width - getWidth())),
                Math.clamp(getY(), room.y, Math.max(room.y, room.y + room.height - getHeight())));
    }

    private static void forget(Container all) {
        all.invalidate();
        for (Component each : all.getComponents()) {
            if (each instanceof Container inner) {
                forget(inner);
            }
        }
    }

    private static Rectangle room(Component on) {
        GraphicsConfiguration screen = on.getGraphicsConfiguration();
        Rectangle room = new Rectangle(screen.getBounds());
        Insets taken = Toolkit.getDefaultToolkit().getScreenInsets(screen);
        room.x += taken.left;
        room.y += taken.top;
        room.width -= taken.left + taken.right;
        room.height -= taken.top + taken.bottom;
        return room;
    }
}
