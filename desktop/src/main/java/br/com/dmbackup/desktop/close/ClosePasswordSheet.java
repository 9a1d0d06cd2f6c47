package br.com.dmbackup.desktop.close;

import br.com.dmbackup.desktop.close.ClosePassword.Answer;
import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.Sheet;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.desktop.session.DesktopContext;
import java.awt.Window;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.swing.JButton;
import javax.swing.JPasswordField;
import javax.swing.JTextArea;

/** Sets an own password in place of the date, or goes back to the date. Both need the present one. */
final class ClosePasswordSheet extends Sheet {
    private static final long serialVersionUID = 1L;

    private final transient DesktopContext context;
    private final transient ClosePassword password;
    private final JPasswordField present = new JPasswordField(16);
    private final JPasswordField wanted = new JPasswordField(16);
    private final JPasswordField again = new JPasswordField(16);
    private final JTextArea refused = Controls.prose("close_password.refused", "");

    ClosePasswordSheet(Window owner, DesktopContext context, ClosePassword password) {
        super(owner, context.texts(), "close_password");
        this.context = context;
        this.password = password;
        content().add(Controls.prose("close_password.what", text("close_password.what")), "wmin 360lp");
        field("close_password.present", present);
        field("close_password.wanted", wanted);
        field("close_password.again", again);
        refused.setForeground(Tone.FAILURE.colour());
        refused.setVisible(false);
        content().add(refused, "wmin 360lp");
        JButton set = Controls.button(texts(), "close_password.set", this::set);
        JButton date = Controls.button(texts(), "close_password.date", this::backToDate);
        date.setVisible(password.own());
        buttons(set, List.of(date, set, Controls.button(texts(), "button.cancel", this::close)));
    }

    private void field(String key, JPasswordField field) {
        content().add(Controls.label(texts(), key, field), "gaptop related");
        content().add(field);
    }

    private void set() {
        char[] chosen = wanted.getPassword();
        if (chosen.length < ClosePassword.SHORTEST) {
            refuse(text("close_password.short", ClosePassword.SHORTEST));
        } else if (!Arrays.equals(chosen, again.getPassword())) {
            refuse(text("close_password.differ"));
        } else {
            afterPresent(() -> password.set(chosen));
        }
    }

    private void backToDate() {
        afterPresent(password::backToDate);
    }

    /** @param step says whether it was written down */
    private void afterPresent(Callable<Boolean> step) {
        char[] typed = present.getPassword();
        Instant now = context.clock().instant();
        context.work().<Optional<String>>run(() -> switch (password.check(typed, now, context.zone())) {
            case Answer.Right() -> step.call()
                    ? Optional.empty()
                    : Optional.of(text("close_password.unwritten",
                            context.preferences().folder().toString()));
            case Answer.Wrong(int left) -> Optional.of(text("close.wrong", left));
            case Answer.Pause(Instant until) -> Optional.of(text("close.pause", context.moment(until)));
        }, why -> why.ifPresentOrElse(this::refuse, this::close), thrown -> context.faults().show(this, thrown));
    }

    private void refuse(String words) {
        refused.setText(words);
        refused.setVisible(true);
        fit();
    }
}
