package br.com.dmbackup.desktop.session;

import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.Sheet;
import br.com.dmbackup.desktop.look.Tone;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JTextArea;

/**
 * A dialog that works with the agent: while the agent is away it says so, and it is told every picture as long as it
 * stands open.
 */
public abstract class AgentSheet extends Sheet {
    private static final long serialVersionUID = 1L;

    private final transient DesktopContext context;
    private final JTextArea away;
    private transient Runnable listening = () -> {};

    /** @param room see {@link Sheet} */
    @SuppressWarnings("this-escape") // to components alone, which nobody sees before it is shown
    protected AgentSheet(Window owner, DesktopContext context, String room) {
        super(owner, context.texts(), room);
        this.context = context;
        this.away = Controls.prose("agent.away", text("agent.away"));
        away.setForeground(Tone.FAILURE.colour());
        away.setVisible(false);
        content().add(away, "wmin 260lp");
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent event) {
                listening = context.agent().listen(AgentSheet.this::seen);
            }

            @Override
            public void windowClosed(WindowEvent event) {
                listening.run();
            }
        });
    }

    protected final DesktopContext context() {
        return context;
    }

    /** The agent is seen like this: when the dialog opens, and at every change. */
    protected void agentSeen(AgentPicture picture) {}

    private void seen(AgentPicture picture) {
        if (away.isVisible() == picture.answers()) {
            away.setVisible(!picture.answers());
            fit();
        }
        agentSeen(picture);
    }
}
