package br.com.dmbackup.desktop.window;

import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.StateIcon;
import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.desktop.session.AgentPicture;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.desktop.wording.Faults;
import br.com.dmbackup.desktop.wording.Wording;
import br.com.dmbackup.protocol.api.AgentLight;
import br.com.dmbackup.protocol.api.Trouble;
import java.awt.Component;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/** What is not as it should be, the worst first; each with a way to what can be done about it. */
final class TroublePanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 2;

    private final transient DesktopContext context;
    private transient List<Row> shown = List.of();

    /**
     * @param tone how bad it is
     * @param words as they stand in the window
     * @param wording as it is told in full
     */
    private record Row(Tone tone, String words, Wording wording) {
        static Row of(Trouble trouble, Faults faults) {
            return new Row(trouble.light() == AgentLight.FAILURE ? Tone.FAILURE : Tone.ATTENTION, trouble.message(),
                    faults.wording(trouble));
        }
    }

    TroublePanel(DesktopContext context) {
        super(new MigLayout("insets 0, fillx, wrap 3, gapx 10, hidemode 3", "[][grow,fill][]", ""));
        this.context = context;
        setName("window.troubles");
        setVisible(false);
    }

    void show(AgentPicture picture) {
        show(picture.now().map(status -> status.troubles().stream()
                .map(trouble -> Row.of(trouble, context.faults())).toList())
                .orElseGet(() -> picture.why().stream()
                        .map(gone -> new Row(Tone.ABSENT, context.texts().text("window.away"),
                                context.faults().wording(gone)))
                        .toList()));
    }

    private void show(List<Row> troubles) {
        if (troubles.equals(shown)) {
            return;
        }
        shown = troubles;
        removeAll();
        troubles.stream().limit(MOST).forEach(this::add);
        if (troubles.size() > MOST) {
            add(new JLabel(context.texts().text("window.more_troubles", troubles.size() - MOST)), "skip, span 2");
        }
        setVisible(!troubles.isEmpty());
        revalidate();
        repaint();
    }

    /** Lets the words ask for as many lines as they need in their present width. */
    void again() {
        for (Component component : getComponents()) {
            component.invalidate();
        }
    }

    private void add(Row trouble) {
        Texts texts = context.texts();
        JLabel sign = new JLabel(new StateIcon(trouble.tone(), 18));
        sign.getAccessibleContext().setAccessibleName(texts.text("tone." + trouble.tone()));
        add(sign, "top");
        add(Controls.prose("window.trouble", trouble.words()), "wmin 200lp");
        JButton what = Controls.button(texts, "window.what_to_do", () -> context.faults()
                .show(SwingUtilities.getWindowAncestor(this), trouble.wording(), () -> {}));
        if (getComponentCount() > 2) {
            // The letter chooses the first.
            what.setMnemonic(0);
        }
        what.getAccessibleContext().setAccessibleDescription(trouble.words());
        add(what, "top");
    }
}
