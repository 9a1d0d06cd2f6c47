package br.com.dmbackup.desktop.restore;

import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.desktop.session.PlaceWords;
import br.com.dmbackup.protocol.api.BackupPicture;
import br.com.dmbackup.protocol.api.PlacePicture;
import br.com.dmbackup.protocol.api.SlotPicture;
import br.com.dmbackup.protocol.api.SlotState;
import br.com.dmbackup.protocol.api.SuspectStatus;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JTextField;
import javax.swing.filechooser.FileNameExtensionFilter;
import net.miginfocom.swing.MigLayout;

/** Which backup: one that stands at a place, or one in a file. */
final class SourceChoice extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient DesktopContext context;
    private final transient Consumer<Chosen> chosen;
    private final JRadioButton kept;
    private final JRadioButton file;
    private final JComboBox<Line> backups = new JComboBox<>();
    private final JTextField path = new JTextField(26);
    private final JButton browse;
    private boolean filling;

    /** A backup at a place, as it is shown in the list. */
    private record Line(Chosen.Kept what, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    private record Found(Instant at, Line line) {}

    SourceChoice(DesktopContext context, Consumer<Chosen> chosen) {
        super(new MigLayout("insets 0, fillx, wrap 3", "[][grow,fill][]", ""));
        this.context = context;
        this.chosen = chosen;
        kept = Controls.radioButton(context.texts(), "restore.kept");
        file = Controls.radioButton(context.texts(), "restore.file");
        browse = Controls.button(context.texts(), "restore.browse", this::browse);
        ButtonGroup group = new ButtonGroup();
        group.add(kept);
        group.add(file);
        backups.setName("restore.backups");
        backups.getAccessibleContext().setAccessibleName(kept.getText());
        backups.setMaximumRowCount(14);
        path.setName("restore.path");
        path.getAccessibleContext().setAccessibleName(file.getText());
        add(kept);
        add(backups, "span 2, wmin 240lp");
        add(file);
        add(path);
        add(browse);
        kept.setSelected(true);
        kept.addActionListener(pressed -> tell());
        file.addActionListener(pressed -> tell());
        backups.addActionListener(pressed -> {
            if (!filling) {
                kept.setSelected(true);
                tell();
            }
        });
        path.addActionListener(entered -> {
            file.setSelected(true);
            tell();
        });
    }

    /** @param wanted what a person came for */
    void fill(BackupPicture picture, Chosen wanted) {
        List<Found> found = new ArrayList<>();
        for (PlacePicture place : picture.places()) {
            for (SlotPicture slot : place.slots()) {
                line(place, slot).ifPresent(found::add);
            }
        }
        picture.suspects().forEach(suspect -> found.add(line(suspect)));
        found.sort(Comparator.comparing(Found::at).reversed());
        filling = true;
        backups.removeAllItems();
        found.forEach(one -> backups.addItem(one.line()));
        if (wanted instanceof Chosen.Kept one) {
            found.stream().map(Found::line)
                    .filter(line -> line.what().equals(one)
                            || (one.place().isEmpty() && line.what().archive().equals(one.archive())))
                    .findFirst().ifPresent(backups::setSelectedItem);
        }
        filling = false;
        if (wanted instanceof Chosen.InFile one) {
            path.setText(one.file().toString());
            file.setSelected(true);
        }
        tell();
    }

    private Optional<Found> line(PlacePicture place, SlotPicture slot) {
        String name = PlaceWords.of(context.texts(), place.name());
        if (slot.backup().isPresent() && slot.startedAt().isPresent()) {
            String words = text(slot.state() == SlotState.DAMAGED ? "restore.line.damaged" : "restore.line",
                    context.moment(slot.startedAt().get()), name, slot.archiveBytes());
            return Optional.of(new Found(slot.startedAt().get(),
                    new Line(new Chosen.Kept(slot.backup().get(), Optional.of(place.name())), words)));
        }
        return slot.state() == SlotState.FOREIGN
                ? Optional.of(new Found(Instant.EPOCH,
                        new Line(new Chosen.Kept(slot.slot(), Optional.of(place.name())),
                                text("restore.line.foreign", slot.slot(), name, slot.archiveBytes()))))
                : Optional.empty();
    }

    private Found line(SuspectStatus suspect) {
        return new Found(suspect.startedAt(), new Line(new Chosen.Kept(suspect.backup(), Optional.empty()),
                text("restore.line.suspicious", context.moment(suspect.startedAt()), suspect.archiveBytes())));
    }

    void free(boolean now) {
        List.of(kept, file, backups, path, browse).forEach(each -> each.setEnabled(now));
    }

    private void browse() {
        JFileChooser chooser = new JFileChooser(path.getText().isBlank() ? null : path.getText());
        chooser.setFileFilter(new FileNameExtensionFilter(text("restore.zips"), "zip"));
        chooser.setDialogTitle(text("restore.browse.title"));
        if (chooser.showDialog(this, text("button.ok")) == JFileChooser.APPROVE_OPTION) {
            path.setText(chooser.getSelectedFile().toString());
            file.setSelected(true);
            tell();
        }
    }

    private void tell() {
        if (!file.isSelected()) {
            Object line = backups.getSelectedItem();
            chosen.accept(line instanceof Line one ? one.what() : new Chosen.Nothing());
            return;
        }
        String typed = path.getText().strip();
        try {
            chosen.accept(typed.isEmpty() ? new Chosen.Nothing() : new Chosen.InFile(Path.of(typed)));
        } catch (InvalidPathException noPath) {
            chosen.accept(new Chosen.Nothing());
        }
    }

    private String text(String key, Object... arguments) {
        return context.texts().text(key, arguments);
    }
}
