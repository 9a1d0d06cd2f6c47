package br.com.dmbackup.desktop.terminal;

import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.Sheet;
import br.com.dmbackup.desktop.session.DesktopContext;
import java.awt.Window;
import java.util.List;
import javax.swing.JButton;

/** The terminal's picture over the main window, on a machine that is a server and another one's terminal. */
public final class TerminalSheet extends Sheet {
    private static final long serialVersionUID = 1L;

    public TerminalSheet(Window owner, DesktopContext context) {
        super(owner, context.texts(), "terminal");
        content().add(new TerminalPanel(context, this::fit), "wmin 440lp");
        JButton close = Controls.button(texts(), "terminal.close", this::close);
        buttons(close, List.of(close));
    }
}
