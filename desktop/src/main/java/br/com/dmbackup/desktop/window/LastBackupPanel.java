package br.com.dmbackup.desktop.window;

import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.StateIcon;
import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.LastBackup;
import br.com.dmbackup.protocol.api.SlotStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * The last backup: when, how large, where it stands, and what is known of it. <em>Verified</em> is said of bytes that
 * were read, <em>restore proven</em> only of what passed a drill.
 */
final class LastBackupPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient DesktopContext context;
    private final JLabel when = named("window.last");
    private final JLabel where = named("window.where");
    private final JLabel verified = named("window.verified");
    private final JLabel proven = named("window.proven");

    LastBackupPanel(DesktopContext context) {
        super(new MigLayout("insets 0, fillx, wrap 1, hidemode 3", "[grow,fill]", "[]6[]2[]6[]2[]"));
        this.context = context;
        add(Controls.heading(context.texts().text("window.last_backup")));
        List.of(when, where, verified, proven).forEach(this::add);
    }

    private static JLabel named(String name) {
        JLabel label = new JLabel(" ");
        label.setName(name);
        return label;
    }

    /** @param slots as the agent listed them last */
    void show(Optional<AgentStatus> status, List<SlotStatus> slots) {
        Texts texts = context.texts();
        Optional<LastBackup> last = status.flatMap(AgentStatus::lastBackup);
        when.setText(last.map(backup -> texts.text("window.last", context.moment(backup.startedAt()), backup.slot(),
                backup.dumpBytes(), backup.archiveBytes()))
                .orElseGet(() -> texts.text(status.isPresent() ? "window.never" : "window.unknown")));
        Optional<SlotStatus> slot = last.flatMap(backup -> slots.stream()
                .filter(one -> one.backup().filter(backup.backup()::equals).isPresent()).findFirst());
        where.setVisible(slot.isPresent());
        slot.ifPresent(one -> where.setText(texts.text("window.where", places(one))));
        mark(verified, last.isPresent(), slot.flatMap(LastBackupPanel::verified), "window.verified",
                "window.not_verified");
        mark(proven, last.isPresent(), slot.flatMap(SlotStatus::provenAt).or(() -> drilled(status)), "window.proven",
                "window.not_proven");
    }

    private void mark(JLabel label, boolean shown, Optional<Instant> at, String key, String otherwise) {
        label.setVisible(shown);
        label.setIcon(new StateIcon(at.isPresent() ? Tone.OK : Tone.ABSENT, 14));
        label.setText(at.map(moment -> context.texts().text(key, context.moment(moment)))
                .orElseGet(() -> context.texts().text(otherwise)));
    }

    /** A drill of an earlier backup is worth knowing as well: it is what the newest is made of. */
    private static Optional<Instant> drilled(Optional<AgentStatus> status) {
        return status.flatMap(AgentStatus::lastDrill)
                .filter(drill -> drill.passed() && drill.proof().equals("DATABASE"))
                .map(drill -> drill.at());
    }

    private static Optional<Instant> verified(SlotStatus slot) {
        return slot.places().stream().filter(place -> place.state().equals("HELD"))
                .flatMap(place -> place.verifiedAt().stream()).max(Instant::compareTo);
    }

    private String places(SlotStatus slot) {
        Messages words = context.texts().words();
        return slot.places().stream().filter(place -> place.state().equals("HELD"))
                .map(place -> words.has("place." + place.name()) ? words.text("place." + place.name()) : place.name())
                .collect(Collectors.joining(", "));
    }
}
