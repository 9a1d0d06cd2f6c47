package br.com.dmbackup.desktop.remedy;

import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.desktop.session.AgentPicture;
import br.com.dmbackup.desktop.session.AgentSheet;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.desktop.wording.Wording;
import br.com.dmbackup.protocol.api.RemedyAsked;
import br.com.dmbackup.protocol.api.RemedyReport;
import java.awt.Window;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JTextArea;

/** Says what will be done, does it when a person agrees, and says whether it helped. */
final class RemedySheet extends AgentSheet {
    private static final long serialVersionUID = 1L;

    private final transient RemedyAsked asked;
    private final JTextArea said = Controls.prose("remedy.said", "");
    private final JTextArea details = Controls.prose("remedy.details", "");
    private final JButton mend;
    private final JButton leave;
    private boolean looked;
    private boolean helped;

    RemedySheet(Window owner, DesktopContext context, RemedyAsked asked) {
        super(owner, context, "remedy");
        this.asked = asked;
        content().add(Controls.heading(text("remedy.will")));
        content().add(said, "wmin 340lp");
        details.setVisible(false);
        content().add(details, "wmin 340lp, gapleft indent");
        mend = Controls.button(texts(), "remedy.mend", this::mend);
        leave = Controls.button(texts(), "button.close", this::close);
        buttons(leave, List.of(mend, leave));
        mend.setEnabled(false);
    }

    @Override
    protected void agentSeen(AgentPicture picture) {
        if (picture.answers() && !looked) {
            looked = true;
            context().work().run(() -> context().agent().require().look(asked), will -> {
                say(will, will.good() ? Tone.WORKING : Tone.ATTENTION);
                mend.setEnabled(will.good());
            }, this::failed);
        }
    }

    /** Whether it helped. */
    boolean helped() {
        return helped;
    }

    private void mend() {
        mend.setEnabled(false);
        context().admin().run(this, agent -> agent.apply(asked), report -> {
            say(report, report.good() ? Tone.OK : Tone.FAILURE);
            if (report.good()) {
                mend.setVisible(false);
                getRootPane().setDefaultButton(leave);
                helped = true;
            }
        }, this::failed);
    }

    private void failed(Throwable thrown) {
        Wording failure = context().faults().wording(thrown);
        say(new RemedyReport(false, failure.happened() + "\n" + failure.remedy(), failure.details()), Tone.FAILURE);
        mend.setEnabled(true);
    }

    private void say(RemedyReport report, Tone tone) {
        said.setText(report.message());
        said.setForeground(tone.colour());
        details.setText(String.join("\n", report.details()));
        details.setVisible(!report.details().isEmpty());
        fit();
    }
}
