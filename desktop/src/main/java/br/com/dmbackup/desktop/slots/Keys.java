package br.com.dmbackup.desktop.slots;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.Action;

/** What keys do. */
final class Keys {
    private Keys() {}

    static Action action(Runnable done) {
        return new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                done.run();
            }
        };
    }
}
