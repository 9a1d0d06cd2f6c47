package br.com.dmbackup.desktop.window;

import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.StateIcon;
import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.desktop.session.AgentPicture;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.protocol.ByteSize;
import br.com.dmbackup.protocol.api.Activity;
import br.com.dmbackup.protocol.api.AgentStatus;
import java.awt.Font;
import java.time.Duration;
import java.util.OptionalLong;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** The status line, exactly as the agent says it, and how far the work is. */
final class StatusPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int STEPS = 1000;

    private final transient DesktopContext context;
    private final transient SpeedGauge gauge = new SpeedGauge();
    private final JLabel sign = new JLabel(new StateIcon(Tone.ABSENT, 40));
    private final JTextArea status = Controls.prose("window.status", "");
    private final JLabel next = new JLabel(" ");
    private final JProgressBar bar = new JProgressBar(0, STEPS);
    private final JLabel progress = new JLabel(" ");

    StatusPanel(DesktopContext context) {
        super(new MigLayout("insets 0, fillx, wrap 2, gapx 14, hidemode 0", "[][grow,fill]", "[]2[]8[]2[]"));
        this.context = context;
        sign.setName("window.sign");
        status.setFont(status.getFont().deriveFont(Font.BOLD, status.getFont().getSize2D() * 1.35f));
        next.setName("window.next");
        bar.setName("window.bar");
        progress.setName("window.progress");
        add(sign, "spany 2");
        add(status, "wmin 200lp");
        add(next);
        add(bar, "skip, h 8lp!");
        add(progress, "skip");
        bar.getAccessibleContext().setAccessibleName(context.texts().text("window.progress"));
    }

    void show(AgentPicture picture) {
        Texts texts = context.texts();
        sign.setIcon(new StateIcon(picture.tone(), 40));
        sign.getAccessibleContext().setAccessibleName(texts.text("tone." + picture.tone()));
        status.setText(words(texts, picture));
        next.setText(picture.now().flatMap(AgentStatus::nextDue)
                .map(due -> texts.text("window.next", context.moment(due))).orElse(" "));
        picture.now().map(AgentStatus::activity).filter(doing -> doing.totalBytes() > 0)
                .ifPresentOrElse(this::progress, this::idle);
    }

    /** What is to be shown as the status. */
    static String words(Texts texts, AgentPicture picture) {
        return picture.now().map(now -> now.language().equals(texts.language().tag())
                ? now.activity().text()
                : texts.status(now.activity().status()))
                .orElseGet(() -> texts.text(picture.looked() ? "window.no_agent" : "window.looking"));
    }

    private void idle() {
        bar.setVisible(false);
        progress.setVisible(false);
    }

    private void progress(Activity doing) {
        Texts texts = context.texts();
        long done = Math.min(doing.doneBytes(), doing.totalBytes());
        gauge.mark(doing.since(), context.clock().instant(), done);
        bar.setVisible(true);
        bar.setValue((int) (STEPS * (double) done / doing.totalBytes()));
        progress.setVisible(true);
        long percent = 100 * done / doing.totalBytes();
        OptionalLong speed = gauge.bytesPerSecond();
        progress.setText(speed.isEmpty()
                ? texts.text("window.percent", percent)
                : texts.text("window.percent_speed", percent, ByteSize.text(speed.getAsLong(), texts.locale()),
                        texts.duration(Duration.ofSeconds((doing.totalBytes() - done) / speed.getAsLong()))));
    }
}
