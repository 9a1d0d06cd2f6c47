package br.com.dmbackup.desktop.pairing;

import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.desktop.session.AgentSheet;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.desktop.wording.Wording;
import br.com.dmbackup.protocol.api.PairingAsked;
import br.com.dmbackup.protocol.api.PairingReport;
import java.awt.Window;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JTextArea;
import javax.swing.JTextField;

/** Asks for the code that the terminal shows. The terminal is found on the network unless its address is typed. */
public final class PairingDialog extends AgentSheet {
    private static final long serialVersionUID = 1L;
    private static final String WIDE = "wmin 340lp";

    private final JTextField code = new JTextField(12);
    private final JTextField address = new JTextField(20);
    private final JTextArea said = Controls.prose("pairing.said", "");
    private final JTextField key = new JTextField(30);
    private final JButton pair;
    private final JButton leave;
    private boolean paired;

    public PairingDialog(Window owner, DesktopContext context) {
        super(owner, context, "pairing");
        content().add(Controls.prose("pairing.intro", text("pairing.intro")), WIDE);
        content().add(Controls.label(texts(), "pairing.code", code), "gaptop unrelated");
        content().add(code);
        content().add(Controls.label(texts(), "pairing.address", address), "gaptop related");
        content().add(address);
        content().add(Controls.prose("pairing.address.about", text("pairing.address.about")), WIDE);
        said.setVisible(false);
        content().add(said, WIDE + ", gaptop unrelated");
        key.setName("pairing.key");
        key.setEditable(false);
        key.setVisible(false);
        content().add(key);
        pair = Controls.button(texts(), "pairing.pair", this::pair);
        leave = Controls.button(texts(), "button.close", this::close);
        buttons(pair, List.of(pair, leave));
    }

    /** Whether a terminal was paired. */
    public boolean paired() {
        return paired;
    }

    private void pair() {
        pair.setEnabled(false);
        say(text("pairing.looking"), Tone.WORKING);
        PairingAsked asked = new PairingAsked(code.getText().strip(),
                Optional.of(address.getText().strip()).filter(typed -> !typed.isEmpty()));
        context().admin().run(this, agent -> agent.pair(asked), this::done, thrown -> {
            Wording failure = context().faults().wording(thrown);
            say(failure.happened() + "\n" + failure.remedy(), Tone.FAILURE);
            pair.setEnabled(true);
            code.requestFocusInWindow();
        });
    }

    private void done(PairingReport report) {
        paired = true;
        report.recoveryKey().ifPresent(made -> {
            key.setText(made);
            key.setVisible(true);
        });
        say(text("pairing.done", report.terminal(), report.address())
                + report.recoveryKey().map(made -> "\n\n" + text("pairing.key.about")).orElse(""), Tone.OK);
        pair.setVisible(false);
        getRootPane().setDefaultButton(leave);
    }

    private void say(String words, Tone tone) {
        said.setText(words);
        said.setForeground(tone.colour());
        said.setVisible(true);
        fit();
    }
}
