package br.com.dmbackup.desktop.suspicious;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.StateIcon;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.desktop.session.AgentPicture;
import br.com.dmbackup.desktop.session.AgentSheet;
import br.com.dmbackup.desktop.session.AskedJob;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.desktop.session.PictureSession;
import br.com.dmbackup.desktop.session.PlaceWords;
import br.com.dmbackup.desktop.wording.Wording;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.BackupPicture;
import br.com.dmbackup.protocol.api.JobReport;
import br.com.dmbackup.protocol.api.JobReport.JobKind;
import br.com.dmbackup.protocol.api.JobRequest;
import br.com.dmbackup.protocol.api.SuspectStatus;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The newest suspicious backup: why it is, what to look at, and "Aceitar". */
public final class SuspiciousSheet extends AgentSheet {
    private static final long serialVersionUID = 1L;

    private final JPanel told = new JPanel(new MigLayout("insets 0, fillx, wrap 1", "[grow,fill]", ""));
    private final JPanel ended = new JPanel(new MigLayout("insets 0, fillx, wrap 1", "[grow,fill]", ""));
    private final JCheckBox checked;
    private final JButton accept;
    private final JButton look;
    private final JButton close;
    private final transient PictureSession pictures;
    private transient Optional<SuspectStatus> suspect = Optional.empty();
    private boolean working;

    /** Opens it as a database of its own, beside the live one. */
    @FunctionalInterface
    public interface Restored {
        void open(Window owner, String backup);
    }

    public SuspiciousSheet(Window owner, DesktopContext context, PictureSession pictures, Restored restored) {
        super(owner, context, "suspicious");
        this.pictures = pictures;
        checked = Controls.checkBox(texts(), "suspicious.checked");
        accept = Controls.button(texts(), "suspicious.accept", this::accept);
        look = Controls.button(texts(), "suspicious.restore",
                () -> suspect.ifPresent(one -> restored.open(this, one.backup())));
        close = Controls.button(texts(), "suspicious.close", this::close);
        checked.addActionListener(pressed -> offer());
        content().add(told);
        content().add(checked, "gaptop unrelated");
        content().add(ended);
        buttons(close, List.of(look, accept, close));
        addWindowListener(new WindowAdapter() {
            private Runnable listening = () -> {};

            @Override
            public void windowOpened(WindowEvent event) {
                listening = pictures.listen(SuspiciousSheet.this::seen);
            }

            @Override
            public void windowClosed(WindowEvent event) {
                listening.run();
            }
        });
        pictures.picture().ifPresent(this::seen);
        offer();
    }

    private void seen(BackupPicture picture) {
        Optional<SuspectStatus> newest = picture.suspects().stream().findFirst();
        if (newest.equals(suspect) && told.getComponentCount() > 0) {
            return;
        }
        suspect = newest;
        // Whoever ticked the box looked at another one.
        checked.setSelected(false);
        told.removeAll();
        newest.ifPresentOrElse(one -> tell(one, picture.suspects().size() - 1),
                () -> told.add(Controls.prose("suspicious.none", text("suspicious.none")), "wmin 300lp"));
        offer();
        fit();
    }

    private void tell(SuspectStatus one, int older) {
        JLabel head = new JLabel(text("suspicious.head", context().moment(one.startedAt()), one.archiveBytes()),
                new StateIcon(Tone.ATTENTION, 24), JLabel.LEADING);
        head.setName("suspicious.head");
        head.setFont(Controls.heading("").getFont());
        told.add(head);
        told.add(Controls.heading(text("suspicious.why")), "gaptop related");
        told.add(Controls.prose("suspicious.reason", one.reason().isEmpty()
                ? text("suspicious.reason_lost")
                : text("suspicious.reason", one.reason())), "wmin 320lp");
        told.add(Controls.prose("suspicious.where", text("suspicious.where", one.places().stream()
                .map(place -> PlaceWords.of(texts(), place)).collect(Collectors.joining(", ")))), "wmin 320lp");
        told.add(Controls.prose("suspicious.what", text(one.waiting() ? "suspicious.waiting" : "suspicious.over")),
                "wmin 320lp, gaptop related");
        if (older > 0) {
            told.add(Controls.prose("suspicious.older", text("suspicious.older", older)), "wmin 320lp");
        }
    }

    private void offer() {
        boolean waits = suspect.filter(SuspectStatus::waiting).isPresent();
        boolean answers = context().agent().picture().answers();
        checked.setVisible(waits);
        checked.setEnabled(!working);
        accept.setVisible(waits);
        look.setVisible(suspect.isPresent());
        look.setEnabled(!working && answers);
        accept.setEnabled(waits && checked.isSelected() && !working && answers);
    }

    @Override
    protected void agentSeen(AgentPicture picture) {
        offer();
    }

    private void accept() {
        Optional<SuspectStatus> looked = suspect;
        if (looked.isEmpty() || working) {
            return;
        }
        working = true;
        ended.removeAll();
        offer();
        JobRequest request = new JobRequest(JobKind.ACCEPT, Optional.of(looked.get().backup()), Optional.empty());
        context().admin().run(this, administrator -> AskedJob.ended(administrator, request), this::accepted,
                this::failed);
    }

    private void accepted(JobReport report) {
        working = false;
        if (report.backup().isEmpty()) {
            failed(report.faults().stream().findFirst().map(AgentFault::of)
                    .orElseGet(() -> AgentFault.of(FaultCode.NOTHING_SUSPICIOUS)));
            return;
        }
        JLabel said = new JLabel(text("suspicious.accepted"), new StateIcon(Tone.OK, 24), JLabel.LEADING);
        said.setName("suspicious.accepted");
        said.setFont(Controls.heading("").getFont());
        ended.add(said, "gaptop related");
        pictures.renew();
        offer();
        fit();
    }

    private void failed(Throwable thrown) {
        working = false;
        Wording failure = context().faults().wording(thrown);
        if (!failure.is(FaultCode.CANCELLED)) {
            ended.add(context().faults().panel(failure, this::accept));
        }
        pictures.renew();
        offer();
        fit();
    }
}
