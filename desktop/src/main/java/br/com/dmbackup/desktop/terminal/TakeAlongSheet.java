package br.com.dmbackup.desktop.terminal;

import br.com.dmbackup.client.ArchiveStream;
import br.com.dmbackup.client.LocalTerminal;
import br.com.dmbackup.desktop.drive.Drives;
import br.com.dmbackup.desktop.drive.FactsPanel;
import br.com.dmbackup.desktop.drive.FolderFacts;
import br.com.dmbackup.desktop.drive.PlaceChoice;
import br.com.dmbackup.desktop.drive.SteppedProgress;
import br.com.dmbackup.desktop.drive.TakenCopy;
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
import java.awt.Component;
import java.awt.Window;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;

/** One archive of a server onto a pen drive: when the server is dead, this is what its successor begins with. */
final class TakeAlongSheet extends Sheet {
    private static final long serialVersionUID = 1L;
    private static final int STEPS = 1000;

    private final transient DesktopContext context;
    private final transient LocalTerminal terminal;
    private final transient TerminalStatus.Server server;
    private final DefaultListModel<TerminalArchive> model = new DefaultListModel<>();
    private final JList<TerminalArchive> archives = new JList<>(model);
    private final PlaceChoice choice;
    private final FactsPanel facts;
    private final JTextArea doing;
    private final JProgressBar bar = new JProgressBar(0, STEPS);
    private final JPanel ended = new JPanel(new MigLayout("insets 0, fillx, wrap 1", "[grow,fill]", ""));
    private final JButton start;
    private final JButton close;
    private transient Optional<Background.Task> running = Optional.empty();

    TakeAlongSheet(Window owner, DesktopContext context, LocalTerminal terminal, TerminalStatus status,
            TerminalStatus.Server server) {
        super(owner, context.texts(), "terminal.take_along");
        this.context = context;
        this.terminal = terminal;
        this.server = server;
        facts = new FactsPanel(context);
        choice = new PlaceChoice(context, Drives.ofThisMachine(), () -> List.of(Path.of(status.folder())), this::name,
                this::chosen, false);
        doing = Controls.prose("terminal.doing", "");
        bar.setName("terminal.bar");
        bar.getAccessibleContext().setAccessibleName(text("manual.progress"));
        archives.setCellRenderer(new Line());
        archives.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        archives.setVisibleRowCount(7);
        archives.addListSelectionListener(event -> choice.look());
        content().add(Controls.label(texts(), "terminal.archives", archives));
        content().add(new JScrollPane(archives), "wmin 320lp");
        content().add(choice);
        content().add(facts);
        content().add(doing, "wmin 300lp");
        content().add(bar, "h 8lp!");
        content().add(ended);
        doing.setVisible(false);
        bar.setVisible(false);
        start = Controls.button(texts(), "manual.ok", this::begin);
        close = Controls.button(texts(), "manual.cancel", this::close);
        buttons(start, List.of(start, close));
        offer();
        Background.Task looks = context.work().run(() -> terminal.archives(server.pin()), this::listed, this::failed);
        assert looks != null;
        choice.look();
    }

    private void listed(List<TerminalArchive> all) {
        all.stream().sorted(Comparator.comparing((TerminalArchive one) -> one.madeAt().flatMap(LocalTerminal::moment)
                .map(at -> at.toEpochMilli()).orElse(0L)).reversed()).forEach(model::addElement);
        if (!model.isEmpty()) {
            archives.setSelectedIndex(0);
        }
        fit();
    }

    private String name() {
        TerminalArchive one = archives.getSelectedValue();
        return one == null ? server.database() + ".zip" : one.name().substring(one.name().lastIndexOf('/') + 1);
    }

    private void chosen(Optional<FolderFacts> folder) {
        TerminalArchive one = archives.getSelectedValue();
        facts.show(folder, one == null ? 0 : one.sizeBytes());
        offer();
        fit();
    }

    private void offer() {
        start.setEnabled(running.isEmpty() && choice.folder().isPresent() && archives.getSelectedValue() != null);
    }

    private void begin() {
        TerminalArchive one = archives.getSelectedValue();
        Optional<FolderFacts> to = choice.folder();
        if (one == null || to.isEmpty() || running.isPresent()) {
            return;
        }
        ended.removeAll();
        free(false);
        running = Optional.of(context.work().run(() -> {
            try (ArchiveStream stream = terminal.archive(server.pin(), one)) {
                return new TakenCopy(to.get().folder(), to.get().drive()).write(stream,
                        new SteppedProgress(one.sizeBytes(), this::progress));
            }
        }, this::done, this::failed));
        offer();
        fit();
    }

    private void progress(long written, long readBack, long of) {
        if (running.isPresent()) {
            bar.setValue((int) (STEPS * (double) (written + readBack) / Math.max(1, 2 * of)));
            doing.setText(readBack == 0 ? text("manual.copying", written, of) : text("manual.comparing", readBack, of));
        }
    }

    private void free(boolean now) {
        choice.free(now);
        archives.setEnabled(now);
        doing.setText("");
        doing.setVisible(!now);
        bar.setVisible(!now);
        bar.setValue(0);
        close.setText(text(now ? "manual.close" : "manual.stop").replace("&", ""));
    }

    private void rest() {
        running = Optional.empty();
        free(true);
        ended.removeAll();
        offer();
    }

    private void done(Path file) {
        rest();
        JLabel said = new JLabel(text("terminal.copied"), new StateIcon(Tone.OK, 24), JLabel.LEADING);
        said.setName("terminal.copied");
        said.setFont(Controls.heading("").getFont());
        ended.add(said);
        ended.add(Controls.prose("manual.where", text("manual.where", file)), "wmin 300lp");
        choice.folder().map(FolderFacts::drive).filter(drive -> drive.removable())
                .ifPresent(drive -> ended.add(Controls.prose("manual.eject", text("manual.eject", drive.label())),
                        "wmin 300lp"));
        choice.look();
        fit();
    }

    private void failed(Throwable thrown) {
        rest();
        Wording failure = context.faults().wording(thrown);
        if (!failure.is(FaultCode.CANCELLED)) {
            ended.add(context.faults().panel(failure, this::begin));
        }
        fit();
    }

    @Override
    protected void close() {
        if (running.isPresent()) {
            running.get().cancel();
            rest();
            fit();
        } else {
            super.close();
        }
    }

    private final class Line extends DefaultListCellRenderer {
        private static final long serialVersionUID = 1L;

        @Override
        public Component getListCellRendererComponent(JList<?> list, Object value, int index, boolean selected,
                boolean focused) {
            super.getListCellRendererComponent(list, value, index, selected, focused);
            if (value instanceof TerminalArchive one) {
                String made = one.madeAt().flatMap(LocalTerminal::moment).map(context::moment).orElse("?");
                setText(text("terminal.archive", made, one.name(), one.sizeBytes(),
                        text(one.damaged() ? "terminal.kind.DAMAGED" : "terminal.kind." + one.kind())));
            }
            return this;
        }
    }
}
