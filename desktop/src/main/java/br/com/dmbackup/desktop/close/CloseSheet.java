package br.com.dmbackup.desktop.close;

import br.com.dmbackup.desktop.close.ClosePassword.Answer;
import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.Sheet;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.desktop.session.DesktopContext;
import java.awt.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JPasswordField;
import javax.swing.JTextArea;
import javax.swing.Timer;

/** "Fechar": asks for the password, and says what was wrong with it. */
public final class CloseSheet extends Sheet {
    private static final long serialVersionUID = 1L;
    private static final int LOOK_MILLIS = 500;

    private final transient DesktopContext context;
    private final transient ClosePassword password;
    private final JTextArea hint = Controls.prose("close.hint", "");
    private final JPasswordField typed = new JPasswordField(16);
    private final JTextArea refused = Controls.prose("close.refused", "");
    private final JButton close;
    private final Timer pauseEnds = new Timer(LOOK_MILLIS, event -> lookAtPause());
    private boolean right;

    public CloseSheet(Window owner, DesktopContext context) {
        super(owner, context.texts(), "close");
        this.context = context;
        this.password = new ClosePassword(context.preferences());
        content().add(Controls.prose("close.what", text("close.what")), "wmin 360lp");
        content().add(Controls.label(texts(), "close.typed", typed), "gaptop unrelated");
        content().add(typed);
        content().add(hint, "wmin 360lp");
        refused.setForeground(Tone.FAILURE.colour());
        refused.setVisible(false);
        content().add(refused, "wmin 360lp");
        close = Controls.button(texts(), "close.close", this::check);
        buttons(close, List.of(Controls.button(texts(), "close.change", this::change), close,
                Controls.button(texts(), "button.cancel", this::close)));
        hint();
        lookAtPause();
    }

    /** Asks, and returns when that is over: whether the password was right. */
    public boolean asked() {
        open();
        pauseEnds.stop();
        return right;
    }

    private void hint() {
        // The manual's own example: never today's date, which would be the password itself.
        hint.setText(password.own()
                ? text("close.hint_own")
                : text("close.hint", texts().date(LocalDate.of(2022, 6, 28)), "28062022"));
    }

    private void check() {
        char[] tried = typed.getPassword();
        close.setEnabled(false);
        Instant now = context.clock().instant();
        context.work().run(() -> {
            try {
                return password.check(tried, now, context.zone());
            } finally {
                Arrays.fill(tried, ' ');
            }
        }, this::answered, thrown -> {
            close.setEnabled(true);
            context.faults().show(this, thrown);
        });
    }

    private void answered(Answer answer) {
        close.setEnabled(true);
        typed.setText("");
        typed.requestFocusInWindow();
        switch (answer) {
            case Answer.Right() -> {
                right = true;
                close();
            }
            case Answer.Wrong(int left) -> refuse(text("close.wrong", left));
            case Answer.Pause _ -> lookAtPause();
        }
    }

    private void lookAtPause() {
        Optional<Instant> until = password.pause(context.clock().instant());
        boolean was = pauseEnds.isRunning();
        if (until.isPresent() != was || refused.getText().isEmpty()) {
            typed.setEnabled(until.isEmpty());
            close.setEnabled(until.isEmpty());
        }
        if (until.isPresent() && !was) {
            refuse(text("close.pause", context.moment(until.get())));
            pauseEnds.start();
        } else if (until.isEmpty() && was) {
            pauseEnds.stop();
            refuse("");
            typed.requestFocusInWindow();
        }
    }

    private void refuse(String words) {
        refused.setText(words);
        refused.setVisible(!words.isEmpty());
        fit();
    }

    private void change() {
        new ClosePasswordSheet(this, context, password).open();
        hint();
        fit();
    }
}
