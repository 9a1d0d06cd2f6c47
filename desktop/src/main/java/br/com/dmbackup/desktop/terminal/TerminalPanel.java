package br.com.dmbackup.desktop.terminal;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.LocalTerminal;
import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.StateIcon;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.desktop.work.Background;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.TerminalStatus;
import br.com.dmbackup.protocol.api.TerminalStatus.Server;
import br.com.dmbackup.protocol.api.TerminalStatus.TerminalTrouble;
import java.awt.Font;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSeparator;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/** How the terminal stands. While it is to be seen it asks again every few seconds. */
public final class TerminalPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int EVERY_MILLIS = 5_000;

    private final transient DesktopContext context;
    private final transient LocalTerminal terminal;
    private final transient Runnable grown;
    private final JLabel sign = new JLabel(new StateIcon(Tone.ABSENT, 40));
    private final JTextArea status = Controls.prose("terminal.status", "");
    private final JTextArea folder = Controls.prose("terminal.folder", "");
    private final JPanel below = new JPanel(new MigLayout("insets 0, fillx, wrap 1", "[grow,fill]", ""));
    private final Timer timer = new Timer(EVERY_MILLIS, tick -> look());
    private transient Object shown = "";
    private boolean asked;

    /** @param grown told when it may want more room */
    public TerminalPanel(DesktopContext context, Runnable grown) {
        super(new MigLayout("insets 0, fillx, wrap 2, gapx 14", "[][grow,fill]", "[]2[]8[]"));
        this.context = context;
        this.terminal = LocalTerminal.at(context.agent().home(), context.texts().words());
        this.grown = grown;
        setName("terminal");
        status.setFont(status.getFont().deriveFont(Font.BOLD, status.getFont().getSize2D() * 1.25f));
        sign.setName("terminal.sign");
        add(sign, "spany 2, top");
        add(status, "wmin 260lp");
        add(folder, "wmin 260lp");
        add(below, "span 2");
    }

    @Override
    public void addNotify() {
        super.addNotify();
        timer.start();
        look();
    }

    @Override
    public void removeNotify() {
        timer.stop();
        super.removeNotify();
    }

    private void look() {
        if (asked || (!isShowing() && !shown.equals(""))) {
            return;
        }
        asked = true;
        Background.Task looks = context.work().run(terminal::status, this::seen, this::unseen);
        assert looks != null;
    }

    private void unseen(Throwable thrown) {
        asked = false;
        boolean absent = thrown instanceof AgentFault fault && fault.code() == FaultCode.TERMINAL_NOT_RUNNING;
        if (shown.equals(absent)) {
            return;
        }
        shown = absent;
        sign.setIcon(new StateIcon(Tone.ABSENT, 40));
        status.setText(absent ? text("terminal.absent") : context.faults().wording(thrown).happened());
        folder.setText(absent ? text("terminal.absent.todo") : context.faults().wording(thrown).remedy());
        below.removeAll();
        grown.run();
    }

    private void seen(TerminalStatus now) {
        asked = false;
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        Tone tone = now.troubles().isEmpty() ? Tone.OK : Tone.FAILURE;
        sign.setIcon(new StateIcon(tone, 40));
        sign.getAccessibleContext().setAccessibleName(text("tone." + tone));
        status.setText(text(now.troubles().isEmpty() ? "terminal.well" : "terminal.unwell", now.name()));
        folder.setText(text("terminal.keeps", now.folder()));
        below.removeAll();
        now.troubles().forEach(this::add);
        if (now.servers().isEmpty()) {
            below.add(Controls.prose("terminal.nobody", text("terminal.nobody")), "wmin 260lp, gaptop related");
        }
        for (int i = 0; i < now.servers().size(); i++) {
            below.add(new JSeparator(), "gaptop related");
            below.add(server(now, now.servers().get(i), i));
        }
        revalidate();
        grown.run();
    }

    private void add(TerminalTrouble trouble) {
        JPanel line = new JPanel(new MigLayout("insets 0, fillx, wrap 2, gapx 10", "[][grow,fill]", "[]2[]"));
        line.add(new JLabel(new StateIcon(Tone.FAILURE, 18)), "top");
        line.add(Controls.prose("terminal.trouble", trouble.message()), "wmin 260lp");
        line.add(Controls.prose("terminal.trouble.todo", hint(trouble)), "skip, wmin 260lp");
        below.add(line, "gaptop related");
    }

    /** For a suspicious backup the button is nearer than the command. */
    private String hint(TerminalTrouble trouble) {
        return trouble.name().equals(FaultCode.BACKUP_SUSPICIOUS.name())
                ? text("terminal.suspect.todo")
                : trouble.hint();
    }

    private JPanel server(TerminalStatus now, Server server, int number) {
        JPanel card = new JPanel(new MigLayout("insets 0, fillx, wrap 2, gapx 10", "[grow,fill][]", "[]2[]"));
        card.setName("terminal.server." + number);
        String head = server.store().isBlank()
                ? server.database()
                : text("terminal.server", server.store(), server.database());
        card.add(Controls.heading(head));
        JButton take = Controls.button(context.texts(), "terminal.take", () -> new TakeAlongSheet(
                SwingUtilities.getWindowAncestor(this), context, terminal, now, server).open());
        take.setEnabled(server.archives() > 0);
        card.add(take, "spany 3, top, growx");
        card.add(Controls.prose("terminal.newest", server.newestBackupAt().flatMap(LocalTerminal::moment)
                .map(at -> text("terminal.newest", context.moment(at))).orElseGet(() -> text("terminal.never"))),
                "wmin 220lp");
        card.add(Controls.prose("terminal.holds", text("terminal.holds", server.archives(), server.sizeBytes(),
                server.freeBytes())), "wmin 220lp");
        if (server.suspicious() > 0) {
            card.add(Controls.prose("terminal.suspicious", text("terminal.suspicious", server.suspicious())),
                    "wmin 220lp");
            card.add(Controls.button(context.texts(), "terminal.look", () -> {
                new SuspectSheet(SwingUtilities.getWindowAncestor(this), context, terminal, now, server).open();
                look();
            }), "top, growx");
        }
        return card;
    }

    private String text(String key, Object... arguments) {
        return context.texts().text(key, arguments);
    }
}
