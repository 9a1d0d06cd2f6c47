package br.com.dmbackup.desktop.terminal;

import br.com.dmbackup.desktop.look.StateImage;
import br.com.dmbackup.desktop.session.DesktopContext;
import java.awt.Dimension;
import java.util.Objects;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;

/** The window of a machine that is a backup terminal alone. */
public final class TerminalWindow extends JFrame {
    private static final long serialVersionUID = 1L;

    public TerminalWindow(DesktopContext context, String version) {
        super(context.texts().text("window.title"));
        setName("terminal.window");
        JPanel content = new JPanel(new MigLayout("insets 16lp 18lp 8lp 18lp, fillx, wrap 1", "[grow,fill]", ""));
        content.add(new TerminalPanel(context, this::grow), "wmin 460lp");
        JScrollPane scrolled = new JScrollPane(content, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
                JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        scrolled.setBorder(null);
        scrolled.getVerticalScrollBar().setUnitIncrement(16);
        JLabel foot = new JLabel(context.texts().text("window.version", version));
        foot.setName("window.version");
        JPanel all = new JPanel(new MigLayout("insets 0, fill, wrap 1", "[grow,fill]", "[grow,fill][]"));
        all.add(scrolled);
        all.add(foot, "gap 18lp 18lp 4lp 10lp");
        setContentPane(all);
        pack();
        grow();
        setLocationRelativeTo(null);
        Runnable never = context.agent().listen(picture -> setIconImages(StateImage.sizes(picture.tone())));
        Objects.requireNonNull(never);
    }

    /** Brings it before the person, wherever it was. */
    public void bringUp() {
        setExtendedState(getExtendedState() & ~ICONIFIED);
        setVisible(true);
        toFront();
        requestFocus();
    }

    /** To what it shows; never smaller under a person's hands. */
    private void grow() {
        validate();
        Dimension wanted = getPreferredSize();
        setMinimumSize(new Dimension(Math.min(wanted.width, 520), 240));
        setSize(Math.max(getWidth(), wanted.width), Math.max(getHeight(), wanted.height));
        validate();
    }
}
