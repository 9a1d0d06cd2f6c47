package br.com.dmbackup.desktop.remedy;

import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.Sheet;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.desktop.wording.Wording;
import java.awt.Window;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JTextArea;

/** Says that the service will be started, does it, and says whether it answers now. */
final class StartSheet extends Sheet {
    private static final long serialVersionUID = 1L;

    private final transient DesktopContext context;
    private final transient AgentStart start;
    private final JTextArea said;
    private final JButton mend;
    private final JButton leave;
    private boolean helped;

    StartSheet(Window owner, DesktopContext context, AgentStart start) {
        super(owner, context.texts(), "remedy");
        this.context = context;
        this.start = start;
        said = Controls.prose("remedy.said", text("remedy.start.will"));
        content().add(Controls.heading(text("remedy.will")));
        content().add(said, "wmin 340lp");
        mend = Controls.button(texts(), "remedy.mend", this::mend);
        leave = Controls.button(texts(), "button.close", this::close);
        buttons(mend, List.of(mend, leave));
    }

    /** Whether it helped. */
    boolean helped() {
        return helped;
    }

    private void mend() {
        mend.setEnabled(false);
        say(text("remedy.start.doing"), Tone.WORKING);
        context.work().run(() -> {
            start.start();
            return true;
        }, done -> {
            say(text("remedy.start.done"), Tone.OK);
            mend.setVisible(false);
            getRootPane().setDefaultButton(leave);
            helped = true;
        }, thrown -> {
            Wording failure = context.faults().wording(thrown);
            say(text("remedy.start.failed", failure.happened()) + "\n" + failure.remedy(), Tone.FAILURE);
            mend.setEnabled(true);
        });
    }

    private void say(String words, Tone tone) {
        said.setText(words);
        said.setForeground(tone.colour());
        fit();
    }
}
