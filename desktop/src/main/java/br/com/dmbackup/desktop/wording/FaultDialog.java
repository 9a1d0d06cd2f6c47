package br.com.dmbackup.desktop.wording;

import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.Sheet;
import br.com.dmbackup.desktop.look.Texts;
import java.awt.Window;
import java.util.List;
import javax.swing.JButton;

/** A failure in a dialog of its own. */
final class FaultDialog extends Sheet {
    private static final long serialVersionUID = 1L;

    FaultDialog(Window owner, Texts texts, Faults faults, Wording failure, Runnable mended) {
        super(owner, texts, "fault");
        content().add(faults.panel(failure, () -> {
            close();
            mended.run();
        }));
        JButton close = Controls.button(texts, "fault.close", this::close);
        buttons(close, List.of(close));
    }
}
