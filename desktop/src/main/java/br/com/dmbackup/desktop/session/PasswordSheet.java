package br.com.dmbackup.desktop.session;

import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.Sheet;
import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.desktop.wording.Faults;
import br.com.dmbackup.desktop.wording.Wording;
import br.com.dmbackup.desktop.work.Background;
import br.com.dmbackup.protocol.api.AdminPass;
import java.awt.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JPasswordField;
import javax.swing.JTextArea;

/** Asks for the administrator's password until the agent takes it, or the person gives up. */
final class PasswordSheet extends Sheet {
    private static final long serialVersionUID = 1L;

    private final transient Background work;
    private final transient Faults faults;
    private final transient AgentSession agent;
    private final JPasswordField typed = new JPasswordField(20);
    private final JTextArea refused = Controls.prose("password.refused", "");
    private final JButton enter;
    private transient Optional<AdminPass> pass = Optional.empty();

    PasswordSheet(Window owner, Texts texts, Background work, Faults faults, AgentSession agent) {
        super(owner, texts, "password");
        this.work = work;
        this.faults = faults;
        this.agent = agent;
        content().add(Controls.prose("password.why", text("password.why")), "wmin 340lp");
        content().add(Controls.label(texts, "password.typed", typed), "gaptop unrelated");
        content().add(typed);
        refused.setForeground(Tone.FAILURE.colour());
        refused.setVisible(false);
        content().add(refused, "wmin 340lp");
        enter = Controls.button(texts, "password.enter", this::ask);
        buttons(enter, List.of(enter, Controls.button(texts, "button.cancel", this::close)));
    }

    /** None when the person gave up. */
    Optional<AdminPass> pass() {
        return pass;
    }

    private void ask() {
        char[] password = typed.getPassword();
        enter.setEnabled(false);
        work.run(() -> {
            try {
                return agent.require().admin(password);
            } finally {
                Arrays.fill(password, ' ');
            }
        }, given -> {
            pass = Optional.of(given);
            close();
        }, thrown -> {
            Wording failure = faults.wording(thrown);
            refused.setText(failure.happened() + "\n" + failure.remedy());
            refused.setVisible(true);
            enter.setEnabled(true);
            typed.setText("");
            typed.requestFocusInWindow();
            fit();
        });
    }
}
