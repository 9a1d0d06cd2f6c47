package br.com.dmbackup.desktop.drive;

import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.StateIcon;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.desktop.session.DesktopContext;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What a person should know of the chosen folder before OK. */
public final class FactsPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient DesktopContext context;

    public FactsPanel(DesktopContext context) {
        super(new MigLayout("insets 0, fillx, wrap 2, gapx 8, hidemode 3", "[][grow,fill]", ""));
        this.context = context;
        setName("manual.facts");
    }

    /** @param bytes about how long the archive will be; 0 where nobody knows */
    public void show(Optional<FolderFacts> folder, long bytes) {
        removeAll();
        folder.ifPresent(facts -> {
            long free = facts.drive().freeBytes();
            if (facts.tooLong(bytes)) {
                say(Tone.FAILURE, "manual.too_long", bytes, facts.drive().fileLimit());
            } else if (facts.tooFull(bytes)) {
                say(Tone.FAILURE, "manual.too_full", bytes, free);
            } else {
                say(Tone.OK, "manual.room", free, bytes);
            }
            if (facts.databaseDisk()) {
                say(Tone.ATTENTION, "manual.same_disk");
            }
            facts.replaced().ifPresent(made -> say(Tone.ATTENTION, "manual.replaces", context.moment(made)));
        });
        revalidate();
        repaint();
    }

    private void say(Tone tone, String key, Object... arguments) {
        JLabel sign = new JLabel(new StateIcon(tone, 16));
        sign.getAccessibleContext().setAccessibleName(context.texts().text("tone." + tone));
        add(sign, "top");
        add(Controls.prose(key, context.texts().text(key, arguments)), "wmin 280lp");
    }
}
