package br.com.dmbackup.desktop;

import br.com.dmbackup.desktop.manual.ManualSheet;
import br.com.dmbackup.desktop.restore.Chosen;
import br.com.dmbackup.desktop.restore.RestoreSheet;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.desktop.session.PictureSession;
import br.com.dmbackup.desktop.slots.SlotsPanel;
import br.com.dmbackup.desktop.suspicious.SuspiciousRemedy;
import br.com.dmbackup.desktop.suspicious.SuspiciousSheet;
import br.com.dmbackup.desktop.wording.Remedy;
import br.com.dmbackup.protocol.api.SlotPicture;
import br.com.dmbackup.protocol.api.SlotState;
import java.awt.Window;
import java.util.Optional;
import javax.swing.JComponent;

/** The windows about archives, and the ways from one to another; they do not know each other. */
final class Archives {
    private final DesktopContext context;
    private final PictureSession pictures;

    Archives(DesktopContext context) {
        this.context = context;
        this.pictures = new PictureSession(context);
    }

    JComponent slots() {
        return new SlotsPanel(context, pictures, this::opened);
    }

    void manual(Window owner) {
        new ManualSheet(owner, context, pictures).open();
    }

    void restore(Window owner) {
        restore(owner, new Chosen.Nothing());
    }

    Remedy suspiciousRemedy() {
        return new SuspiciousRemedy(this::suspicious);
    }

    private void restore(Window owner, Chosen chosen) {
        new RestoreSheet(owner, context, pictures, chosen).open();
    }

    private void suspicious(Window owner) {
        new SuspiciousSheet(owner, context, pictures,
                (sheet, backup) -> restore(sheet, new Chosen.Kept(backup, Optional.empty()))).open();
    }

    private void opened(Window owner, String place, SlotPicture slot) {
        if (slot.state() == SlotState.SUSPICIOUS) {
            suspicious(owner);
        } else {
            Optional<String> there = slot.backup()
                    .or(() -> Optional.of(slot.slot()).filter(any -> slot.state() == SlotState.FOREIGN));
            restore(owner, there.<Chosen>map(archive -> new Chosen.Kept(archive, Optional.of(place)))
                    .orElse(new Chosen.Nothing()));
        }
    }
}
