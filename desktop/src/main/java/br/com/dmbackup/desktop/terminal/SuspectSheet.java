package br.com.dmbackup.desktop.terminal;

import br.com.dmbackup.client.LocalTerminal;
import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.Sheet;
import br.com.dmbackup.desktop.look.StateIcon;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.desktop.wording.Wording;
import br.com.dmbackup.desktop.work.Background;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.TerminalArchive;
import br.com.dmbackup.protocol.api.TerminalStatus;
import br.com.dmbackup.protocol.api.TerminalStatus.TerminalTrouble;
import java.awt.Window;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** A server's newest suspicious backup at this terminal: why it is, and "Aceitar". The terminal decides who may. */
final class SuspectSheet extends Sheet {
    private static final long serialVersionUID = 1L;
    private static final String RING = "SUSPICIOUS";

    private final transient DesktopContext context;
    private final transient LocalTerminal terminal;
    private final transient TerminalStatus.Server server;
    private final transient Optional<String> reason;
    private final JPanel told = new JPanel(new MigLayout("insets 0, fillx, wrap 1", "[grow,fill]", ""));
    private final JPanel ended = new JPanel(new MigLayout("insets 0, fillx, wrap 1", "[grow,fill]", ""));
    private final JCheckBox checked;
    private final JButton accept;
    private transient Optional<TerminalArchive> suspect = Optional.empty();
    private boolean working;

    SuspectSheet(Window owner, DesktopContext context, LocalTerminal terminal, TerminalStatus status,
            TerminalStatus.Server server) {
        super(owner, context.texts(), "terminal.suspect");
        this.context = context;
        this.terminal = terminal;
        this.server = server;
        this.reason = status.troubles().stream()
                .filter(trouble -> trouble.name().equals(FaultCode.BACKUP_SUSPICIOUS.name())
                        && trouble.topic().endsWith(server.pin()))
                .map(TerminalTrouble::message).findFirst();
        checked = Controls.checkBox(texts(), "suspicious.checked");
        checked.addActionListener(pressed -> offer());
        accept = Controls.button(texts(), "suspicious.accept", this::accept);
        JButton close = Controls.button(texts(), "suspicious.close", this::close);
        content().add(told);
        content().add(checked, "gaptop unrelated");
        content().add(ended);
        buttons(close, List.of(accept, close));
        offer();
        look();
    }

    private void look() {
        Background.Task looks = context.work().run(() -> terminal.archives(server.pin()), this::listed, this::failed);
        assert looks != null;
    }

    private void listed(List<TerminalArchive> all) {
        suspect = all.stream().filter(one -> one.kind().equals(RING) && one.backup().isPresent() && !one.damaged())
                .max(Comparator.comparing(one -> one.madeAt().flatMap(LocalTerminal::moment).orElse(Instant.EPOCH)));
        told.removeAll();
        suspect.ifPresentOrElse(this::tell,
                () -> told.add(Controls.prose("suspicious.none", text("suspicious.none")), "wmin 300lp"));
        // Whoever ticked the box looked at another one.
        checked.setSelected(false);
        offer();
        fit();
    }

    private void tell(TerminalArchive one) {
        JLabel head = new JLabel(
                text("terminal.suspect.head", server.store().isBlank() ? server.database() : server.store()),
                new StateIcon(Tone.ATTENTION, 24), JLabel.LEADING);
        head.setName("terminal.suspect.head");
        head.setFont(Controls.heading("").getFont());
        told.add(head);
        String made = one.madeAt().flatMap(LocalTerminal::moment).map(context::moment).orElse("?");
        told.add(Controls.prose("terminal.suspect.made",
                text("terminal.suspect.made", made, one.sizeBytes(), one.name())), "wmin 320lp");
        told.add(Controls.heading(text("suspicious.why")), "gaptop related");
        told.add(Controls.prose("suspicious.reason", reason.orElseGet(() -> text("terminal.suspect.reason_lost"))),
                "wmin 320lp");
        told.add(Controls.prose("suspicious.what", text("suspicious.waiting")), "wmin 320lp, gaptop related");
    }

    private void offer() {
        checked.setVisible(suspect.isPresent());
        checked.setEnabled(!working);
        accept.setVisible(suspect.isPresent());
        accept.setEnabled(suspect.isPresent() && checked.isSelected() && !working);
    }

    private void accept() {
        Optional<TerminalArchive> looked = suspect;
        if (looked.isEmpty() || working) {
            return;
        }
        working = true;
        ended.removeAll();
        offer();
        Background.Task accepts = context.work().run(() -> {
            terminal.accept(server.pin(), looked.get());
            return true;
        }, done -> accepted(), this::failed);
        assert accepts != null;
    }

    private void accepted() {
        working = false;
        suspect = Optional.empty();
        JLabel said = new JLabel(text("suspicious.accepted"), new StateIcon(Tone.OK, 24), JLabel.LEADING);
        said.setName("suspicious.accepted");
        said.setFont(Controls.heading("").getFont());
        ended.add(said, "gaptop related");
        offer();
        fit();
    }

    private void failed(Throwable thrown) {
        boolean accepting = working;
        working = false;
        Wording failure = context.faults().wording(thrown);
        ended.removeAll();
        ended.add(context.faults().panel(failure, accepting ? this::accept : this::look));
        if (failure.is(FaultCode.NOTHING_SUSPICIOUS)) {
            look();
        }
        offer();
        fit();
    }
}
