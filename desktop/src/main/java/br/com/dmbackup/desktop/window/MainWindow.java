package br.com.dmbackup.desktop.window;

import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.StateImage;
import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.desktop.session.AgentPicture;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.JobReport;
import java.awt.Dimension;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSeparator;
import net.miginfocom.swing.MigLayout;

/** {@code Gerenciador de Backup DMASTER}. */
public final class MainWindow extends JFrame {
    private static final long serialVersionUID = 1L;
    private static final int SHORTEST = 380;

    private final transient DesktopContext context;
    private final transient BackupNow backupNow;
    private final StatusPanel status;
    private final LastBackupPanel last;
    private final TroublePanel troubles;
    private final JLabel store = new JLabel(" ");
    private final JButton backup;
    private Dimension fitted = new Dimension();
    private final JPanel buttons = new JPanel(new MigLayout("insets 0, gap related, hidemode 3", "", ""));
    private final transient List<Offered> offered;
    private final String version;
    private final JLabel versionTold = new JLabel();

    private record Offered(UseCase useCase, JButton button) {}

    /**
     * @param useCases the buttons after "Realizar Backup", from left to right
     * @param pictures further components between the last backup and the buttons, such as the slots
     * @param version of this program
     */
    public MainWindow(DesktopContext context, BackupNow backupNow, List<UseCase> useCases, List<JComponent> pictures,
            String version) {
        super(context.texts().text("window.title"));
        this.context = context;
        this.backupNow = backupNow;
        Texts texts = context.texts();
        setName("window");
        status = new StatusPanel(context);
        last = new LastBackupPanel(context);
        troubles = new TroublePanel(context);
        backup = Controls.button(texts, "window.backup", this::backUp);
        buttons.add(backup, "sizegroup use");
        offered = useCases.stream().map(this::offered).toList();
        getRootPane().setDefaultButton(backup);
        this.version = version;
        setContentPane(all(pictures));
        context.agent().listen(this::show);
        context.slots().listen(slots -> {
            last.show(context.agent().picture().status(), slots);
            fit();
        });
        setLocationRelativeTo(null);
    }

    private JPanel all(List<JComponent> pictures) {
        JPanel content = new JPanel(
                new MigLayout("insets 16lp 18lp 8lp 18lp, fillx, wrap 1, hidemode 3", "[grow,fill]", ""));
        content.add(status, "wmin 560lp");
        content.add(troubles, "gaptop 10lp");
        content.add(new JSeparator(), "gaptop 10lp, gapbottom 6lp");
        content.add(last);
        pictures.forEach(picture -> content.add(picture, "gaptop 12lp"));
        JScrollPane scrolled = new JScrollPane(content, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
                JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        scrolled.setBorder(null);
        scrolled.getVerticalScrollBar().setUnitIncrement(16);
        JPanel foot = new JPanel(new MigLayout("insets 0, fillx, gapx 12", "[][]push[]", ""));
        versionTold.setName("window.version");
        versionTold.setText(context.texts().text("window.version", version));
        store.setName("window.store");
        foot.add(versionTold);
        foot.add(new AppearanceButton(context));
        foot.add(store, "wmin 0");
        JPanel all = new JPanel(new MigLayout("insets 0, fill, wrap 1", "[grow,fill]", "[grow,fill][][]"));
        all.add(scrolled);
        all.add(buttons, "gap 18lp 18lp 6lp 6lp");
        all.add(foot, "gap 18lp 18lp 4lp 10lp");
        return all;
    }

    private Offered offered(UseCase useCase) {
        JButton button = Controls.button(context.texts(), useCase.key(), () -> useCase.open().accept(this));
        buttons.add(button, "sizegroup use");
        return new Offered(useCase, button);
    }

    /** Brings it before the person, wherever it was. */
    public void bringUp() {
        setExtendedState(getExtendedState() & ~ICONIFIED);
        setVisible(true);
        toFront();
        requestFocus();
    }

    private void show(AgentPicture picture) {
        setIconImages(StateImage.sizes(picture.tone()));
        status.show(picture);
        versionTold.setText(picture.now().flatMap(AgentStatus::newerVersion)
                .map(newer -> context.texts().text("window.version_newer", version, newer))
                .orElseGet(() -> context.texts().text("window.version", version)));
        last.show(picture.status(), context.slots().slots());
        store.setText(picture.status().map(AgentStatus::store).orElse(" "));
        troubles.show(picture);
        offered.forEach(one -> one.button().setVisible(one.useCase().offered().test(picture)));
        enableBackup();
        fit();
    }

    private void enableBackup() {
        backup.setEnabled(context.agent().picture().answers() && !backupNow.underWay());
    }

    private void backUp() {
        backupNow.ask(this::backedUp);
        enableBackup();
    }

    private void backedUp(Optional<JobReport> report, Optional<Throwable> fault) {
        enableBackup();
        fault.ifPresent(thrown -> context.faults().show(this, thrown));
    }

    /** As large as what it shows needs; once a person has made it larger it only grows. */
    private void fit() {
        if (!isDisplayable()) {
            pack();
        }
        validate();
        // Words that wrap know their height only once they know their width.
        status.invalidate();
        troubles.again();
        Dimension wanted = getPreferredSize();
        setMinimumSize(new Dimension(wanted.width, Math.min(wanted.height, SHORTEST)));
        boolean untouched = getSize().equals(fitted);
        fitted = new Dimension(untouched ? wanted.width : Math.max(getWidth(), wanted.width),
                untouched ? wanted.height : Math.max(getHeight(), wanted.height));
        setSize(fitted);
        validate();
    }
}
