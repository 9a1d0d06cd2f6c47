package br.com.dmbackup.desktop.restore;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.StateIcon;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.desktop.session.AgentPicture;
import br.com.dmbackup.desktop.session.AgentSheet;
import br.com.dmbackup.desktop.session.AskedJob;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.desktop.session.PictureSession;
import br.com.dmbackup.desktop.wording.Wording;
import br.com.dmbackup.desktop.work.Background;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.Activity;
import br.com.dmbackup.protocol.api.ArchiveContents;
import br.com.dmbackup.protocol.api.BackupPicture;
import br.com.dmbackup.protocol.api.JobReport;
import br.com.dmbackup.protocol.api.JobReport.JobKind;
import br.com.dmbackup.protocol.api.JobRequest;
import br.com.dmbackup.protocol.api.RestoreWay;
import br.com.dmbackup.protocol.api.SentFile;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** "Restaurar": which backup, what is inside, where to, and how it went. */
public final class RestoreSheet extends AgentSheet {
    private static final long serialVersionUID = 1L;
    private static final int STEPS = 1000;

    private final SourceChoice source;
    private final ContentsPanel contents;
    private final WayChoice way;
    private final JTextArea doing;
    private final JProgressBar bar = new JProgressBar(0, STEPS);
    private final JPanel ended = new JPanel(new MigLayout("insets 0, fillx, wrap 1", "[grow,fill]", ""));
    private final JButton restore;
    private final JButton close;
    private transient Chosen chosen = new Chosen.Nothing();
    private transient Optional<ArchiveContents> inside = Optional.empty();
    private transient Optional<SentFile> sent = Optional.empty();
    private boolean filled;
    private boolean working;
    private int asked;

    public RestoreSheet(Window owner, DesktopContext context, PictureSession pictures, Chosen wanted) {
        super(owner, context, "restore");
        doing = Controls.prose("restore.doing", "");
        bar.setName("restore.bar");
        bar.getAccessibleContext().setAccessibleName(text("restore.progress"));
        restore = Controls.button(texts(), "restore.begin", this::begin);
        close = Controls.button(texts(), "restore.close", this::close);
        contents = new ContentsPanel(context);
        way = new WayChoice(context, this::offer);
        source = new SourceChoice(context, this::chosen);
        content().add(source);
        content().add(contents, "gaptop related");
        content().add(way, "gaptop related");
        content().add(doing, "wmin 300lp, gaptop related");
        content().add(bar, "h 8lp!");
        content().add(ended);
        doing.setVisible(false);
        bar.setVisible(false);
        buttons(restore, List.of(restore, close));
        offer();
        addWindowListener(new WindowAdapter() {
            private Runnable listening = () -> {};

            @Override
            public void windowOpened(WindowEvent event) {
                listening = pictures.listen(picture -> fill(picture, wanted));
            }

            @Override
            public void windowClosed(WindowEvent event) {
                listening.run();
            }
        });
    }

    /** Once: under a person's hands the list stays as it is. */
    private void fill(BackupPicture picture, Chosen wanted) {
        if (!filled) {
            filled = true;
            way.database(picture.database());
            source.fill(picture, wanted);
        }
    }

    private void offer() {
        if (restore != null && way != null) {
            restore.setEnabled(!working && inside.filter(ArchiveContents::fits).isPresent() && way.ready()
                    && context().agent().picture().answers());
        }
    }

    private void chosen(Chosen now) {
        if (now.equals(chosen) && inside.isPresent()) {
            return;
        }
        chosen = now;
        inside = Optional.empty();
        contents.clear();
        ended.removeAll();
        int number = ++asked;
        switch (now) {
            case Chosen.Nothing nothing -> offer();
            case Chosen.Kept kept -> look(number, kept);
            case Chosen.InFile file -> send(number, file);
        }
        offer();
    }

    private void look(int number, Chosen.Kept kept) {
        Background.Task looks = context().work().run(() -> context().agent().require().contents(kept.archive()),
                told -> inside(number, told), thrown -> unread(number, thrown));
        assert looks != null;
    }

    /** The agent takes no paths: to look inside, it must have the file. */
    private void send(int number, Chosen.InFile file) {
        working(true, text("restore.sending"));
        context().admin().run(this, administrator -> {
            long size = file.file().toFile().length();
            SentFile there = SentArchive.send(administrator, file.file(),
                    bytes -> Background.onScreen(() -> progress(text("restore.sent", bytes, size), bytes, size)));
            Background.onScreen(() -> sent = Optional.of(there));
            return administrator.contents(there.id());
        }, told -> {
            working(false, "");
            inside(number, told);
        }, thrown -> {
            working(false, "");
            unread(number, thrown);
        });
    }

    private void inside(int number, ArchiveContents told) {
        if (number == asked) {
            inside = Optional.of(told);
            contents.show(told);
            way.overwritable(told.overwritable());
            offer();
            fit();
        }
    }

    private void unread(int number, Throwable thrown) {
        if (number == asked) {
            failed(thrown);
        }
    }

    private void begin() {
        if (working || inside.isEmpty() || (chosen instanceof Chosen.InFile && sent.isEmpty())) {
            return;
        }
        ended.removeAll();
        JobRequest request = request();
        working(true, text("restore.asked"));
        context().admin().run(this, administrator -> AskedJob.ended(administrator, request), this::done, thrown -> {
            working(false, "");
            failed(thrown);
        });
    }

    private JobRequest request() {
        Optional<RestoreWay> where = Optional.of(way.way());
        return switch (chosen) {
            case Chosen.Kept kept ->
                new JobRequest(JobKind.RESTORE, Optional.of(kept.archive()), way.confirmed(), where,
                        kept.place());
            // Without a name the newest would come back.
            default -> new JobRequest(JobKind.RESTORE, Optional.of(sent.map(SentFile::id).orElseThrow()),
                    way.confirmed(), where, Optional.empty());
        };
    }

    private void done(JobReport report) {
        working(false, "");
        if (report.outcome().equals("SUCCEEDED")) {
            JLabel said = new JLabel(text("restore.done"), new StateIcon(Tone.OK, 24), JLabel.LEADING);
            said.setName("restore.done");
            said.setFont(Controls.heading("").getFont());
            ended.add(said);
            ended.add(Controls.prose("restore.result", report.summary()), "wmin 300lp");
            if (chosen instanceof Chosen.InFile) {
                // The agent has thrown its copy away; for another restore it must be sent again.
                forget();
            }
            close.requestFocusInWindow();
            fit();
            return;
        }
        failed(report.faults().stream().findFirst().map(AgentFault::of)
                .orElseGet(() -> AgentFault.of(FaultCode.CANCELLED, text("restore.title"))));
    }

    private void failed(Throwable thrown) {
        ended.removeAll();
        forget(thrown);
        Wording failure = context().faults().wording(thrown);
        if (!failure.is(FaultCode.CANCELLED)) {
            ended.add(context().faults().panel(failure, this::begin));
        }
        offer();
        fit();
    }

    private void forget(Throwable thrown) {
        if (thrown instanceof AgentFault fault && fault.code() == FaultCode.SENT_FILE_UNKNOWN) {
            forget();
        }
    }

    private void forget() {
        sent = Optional.empty();
        inside = Optional.empty();
        offer();
    }

    private void working(boolean now, String words) {
        working = now;
        source.free(!now);
        way.free(!now);
        doing.setText(words);
        doing.setVisible(now);
        bar.setVisible(now);
        bar.setIndeterminate(now);
        offer();
        if (isVisible()) {
            fit();
        }
    }

    private void progress(String words, long done, long of) {
        if (working) {
            doing.setText(words);
            bar.setIndeterminate(of <= 0);
            bar.setValue((int) (STEPS * (double) done / Math.max(1, of)));
        }
    }

    @Override
    protected void agentSeen(AgentPicture picture) {
        offer();
        if (working && inside.isPresent()) {
            picture.now().map(now -> now.activity())
                    .ifPresent(now -> progress(now.text(), now.doneBytes(), totalOf(now)));
        }
    }

    private static long totalOf(Activity now) {
        return now.doneBytes() > 0 ? now.totalBytes() : 0;
    }

    /** The work goes on; its end shows in the main window. A file that was sent for nothing is not kept. */
    @Override
    protected void close() {
        sent.filter(file -> !working && context().admin().open())
                .ifPresent(file -> context().admin().run(this, administrator -> drop(administrator,
                        file), done -> {}, kept -> {}));
        super.close();
    }

    private static SentFile drop(LocalAgent administrator, SentFile file) {
        administrator.drop(file);
        return file;
    }
}
