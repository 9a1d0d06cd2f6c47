package br.com.dmbackup.desktop.manual;

import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.desktop.drive.Drive;
import br.com.dmbackup.desktop.drive.Drives;
import br.com.dmbackup.desktop.drive.FactsPanel;
import br.com.dmbackup.desktop.drive.FolderFacts;
import br.com.dmbackup.desktop.drive.PlaceChoice;
import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.StateIcon;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.desktop.session.AgentPicture;
import br.com.dmbackup.desktop.session.AgentSheet;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.desktop.session.PictureSession;
import br.com.dmbackup.desktop.wording.Wording;
import br.com.dmbackup.desktop.work.Background;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.StatusText;
import br.com.dmbackup.protocol.api.BackupPicture;
import br.com.dmbackup.protocol.api.LastBackup;
import java.awt.Window;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** "Backup Manual", as the manual tells it: choose the place, OK, wait for "Backup realizado com sucesso". */
public final class ManualSheet extends AgentSheet {
    private static final long serialVersionUID = 1L;
    private static final int STEPS = 1000;

    private final transient PictureSession pictures;
    private final PlaceChoice choice;
    private final FactsPanel facts;
    private final JTextArea doing;
    private final JProgressBar bar = new JProgressBar(0, STEPS);
    private final JPanel ended = new JPanel(new MigLayout("insets 0, fillx, wrap 1, hidemode 3", "[grow,fill]", ""));
    private final JButton start;
    private final JButton close;
    private transient Optional<Background.Task> running = Optional.empty();

    public ManualSheet(Window owner, DesktopContext context, PictureSession pictures) {
        this(owner, context, pictures, Drives.ofThisMachine());
    }

    ManualSheet(Window owner, DesktopContext context, PictureSession pictures, Drives drives) {
        super(owner, context, "manual");
        this.pictures = pictures;
        this.facts = new FactsPanel(context);
        this.choice = new PlaceChoice(context, drives, this::kept, this::archive, this::chosen, true);
        this.doing = Controls.prose("manual.doing", "");
        bar.setName("manual.bar");
        bar.getAccessibleContext().setAccessibleName(text("manual.progress"));
        content().add(Controls.prose("manual.intro", text("manual.intro")), "wmin 300lp");
        content().add(choice);
        content().add(facts);
        content().add(doing, "wmin 300lp, gaptop related");
        content().add(bar, "h 8lp!");
        content().add(ended);
        doing.setVisible(false);
        bar.setVisible(false);
        start = Controls.button(texts(), "manual.ok", this::begin);
        close = Controls.button(texts(), "manual.cancel", this::close);
        start.setEnabled(false);
        buttons(start, List.of(start, close));
        choice.look();
    }

    /** The folders from which a copy is to be kept apart. */
    private List<Path> kept() {
        List<Path> home = List.of(context().agent().home());
        return pictures.picture().flatMap(BackupPicture::databaseFolder)
                .map(folder -> List.of(home.getFirst(), Path.of(folder))).orElse(home);
    }

    private String archive() {
        return pictures.picture().map(BackupPicture::database).orElse("MCDados") + ".zip";
    }

    private void chosen(Optional<FolderFacts> folder) {
        facts.show(folder, lastBytes());
        offer();
        fit();
    }

    private long lastBytes() {
        return context().agent().picture().status().flatMap(status -> status.lastBackup())
                .map(LastBackup::archiveBytes).orElse(0L);
    }

    @Override
    protected void agentSeen(AgentPicture picture) {
        offer();
        if (running.isPresent() && !bar.isVisible()) {
            picture.now().ifPresent(now -> doing.setText(text("manual.backing_up", now.activity().text())));
        }
    }

    private void offer() {
        start.setEnabled(running.isEmpty() && choice.folder().isPresent()
                && context().agent().picture().answers());
    }

    private void begin() {
        Optional<FolderFacts> folder = choice.folder();
        if (folder.isEmpty() || running.isPresent()) {
            return;
        }
        ended.removeAll();
        doing.setText(text("manual.beginning"));
        doing.setVisible(true);
        close.setText(text("manual.stop").replace("&", ""));
        choice.free(false);
        boolean fresh = choice.fresh();
        CopyWork.Screen screen = new CopyWork.Screen() {
            @Override
            public void backingUp() {
                bar.setVisible(false);
            }

            @Override
            public void copying(long written, long readBack, long of) {
                progress(written, readBack, of);
            }
        };
        running = Optional.of(context().work().run(() -> {
            LocalAgent agent = context().agent().require();
            return new CopyWork(agent, folder.get(), fresh, screen).call();
        }, this::done, this::failed));
        offer();
        fit();
    }

    private void progress(long written, long readBack, long of) {
        if (running.isEmpty()) {
            return;
        }
        boolean grows = !bar.isVisible();
        bar.setVisible(true);
        bar.setValue((int) (STEPS * (double) (written + readBack) / Math.max(1, 2 * of)));
        doing.setText(readBack == 0
                ? text("manual.copying", written, of)
                : text("manual.comparing", readBack, of));
        if (grows) {
            fit();
        }
    }

    private void done(Path file) {
        rest();
        say(Tone.OK, "manual.done", texts().status(StatusText.MANUAL_DONE));
        ended.add(Controls.prose("manual.where", text("manual.where", file)), "wmin 300lp");
        choice.folder().map(FolderFacts::drive).filter(Drive::removable)
                .ifPresent(drive -> ended.add(Controls.prose("manual.eject", text("manual.eject", drive.label())),
                        "wmin 300lp"));
        pictures.renew();
        choice.look();
        close.requestFocusInWindow();
        fit();
    }

    private void failed(Throwable thrown) {
        rest();
        Wording failure = context().faults().wording(thrown);
        if (!failure.is(FaultCode.CANCELLED)) {
            ended.add(context().faults().panel(failure, this::begin));
        }
        choice.look();
        fit();
    }

    private void rest() {
        running = Optional.empty();
        doing.setVisible(false);
        bar.setVisible(false);
        close.setText(text("manual.close").replace("&", ""));
        choice.free(true);
        ended.removeAll();
        offer();
    }

    private void say(Tone tone, String name, String words) {
        JLabel said = new JLabel(words, new StateIcon(tone, 24), JLabel.LEADING);
        said.setName(name);
        said.setFont(Controls.heading("").getFont());
        ended.add(said, "gaptop related");
    }

    /** While a copy is made, it is given up; what stood in the folder stays. */
    @Override
    protected void close() {
        if (running.isPresent()) {
            running.get().cancel();
            rest();
            say(Tone.ATTENTION, "manual.given_up", text("manual.given_up"));
            fit();
        } else {
            super.close();
        }
    }

}
