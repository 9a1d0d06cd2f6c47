package br.com.dmbackup.desktop.wording;

import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.StateIcon;
import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.desktop.look.Tone;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/** What happened, "O que fazer", "Corrigir" where there is a remedy, and "Copiar detalhes". */
public final class FaultPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;

    FaultPanel(Texts texts, Faults faults, Wording failure, Runnable mended) {
        super(new MigLayout("insets 0, fillx, wrap 2, gapx 12, hidemode 3", "[][grow,fill,::440lp]", ""));
        this.texts = texts;
        setName("fault");
        add(new JLabel(new StateIcon(Tone.FAILURE, 32)), "top");
        add(Controls.prose("fault.happened", failure.happened()), "wmin 380lp");
        if (!failure.remedy().isEmpty()) {
            add(Controls.heading(texts.text("fault.todo")), "skip, gaptop related");
            add(Controls.prose("fault.remedy", failure.remedy()), "skip, wmin 380lp");
        }
        if (!failure.details().isEmpty()) {
            add(Controls.prose("fault.details", String.join("\n", failure.details())),
                    "skip, wmin 380lp, gaptop related");
        }
        add(foot(faults, failure, mended), "skip, gaptop unrelated");
    }

    private JPanel foot(Faults faults, Wording failure, Runnable mended) {
        JPanel foot = new JPanel(new MigLayout("insets 0, gap related", "[][]push[]", ""));
        Optional<Remedy> remedy = faults.remedy(failure);
        remedy.ifPresent(known -> {
            JButton mend = Controls.button(texts, known.key(), () -> {});
            mend.setName("fault.mend");
            mend.addActionListener(pressed -> known.apply(SwingUtilities.getWindowAncestor(this), failure, mended));
            foot.add(mend);
        });
        JLabel copied = new JLabel(failure.number());
        copied.setName("fault.number");
        copied.setEnabled(false);
        foot.add(Controls.button(texts, "fault.copy", () -> {
            Toolkit.getDefaultToolkit().getSystemClipboard()
                    .setContents(new StringSelection(faults.details().of(failure)), null);
            copied.setText(texts.text("fault.copied"));
        }));
        foot.add(copied, "cell 2 0");
        return foot;
    }
}
