package br.com.dmbackup.desktop.drive;

import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.desktop.work.Background;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JFileChooser;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;

/** Where to: a drive from the list, or any folder. Whatever is looked at is looked at in the background. */
public final class PlaceChoice extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient DesktopContext context;
    private final transient Drives drives;
    private final transient Supplier<List<Path>> kept;
    private final transient Supplier<String> archive;
    private final transient Consumer<Optional<FolderFacts>> chosen;
    private final DefaultListModel<Drive> model = new DefaultListModel<>();
    private final JList<Drive> list = new JList<>(model);
    private final JTextField path = new JTextField(28);
    private final JButton browse;
    private final JCheckBox fresh;
    private transient Optional<Background.Task> looking = Optional.empty();
    private transient Optional<FolderFacts> folder = Optional.empty();

    /**
     * @param kept folders on whose disk a copy is of little use
     * @param archive what the copy will be called
     * @param chosen told what is known of the folder that is chosen; none for one that is not there
     * @param offersFresh whether a fresh backup may be made first
     */
    public PlaceChoice(DesktopContext context, Drives drives, Supplier<List<Path>> kept,
            Supplier<String> archive, Consumer<Optional<FolderFacts>> chosen, boolean offersFresh) {
        super(new MigLayout("insets 0, fillx, wrap 3, hidemode 3", "[][grow,fill][]", ""));
        this.context = context;
        this.drives = drives;
        this.kept = kept;
        this.archive = archive;
        this.chosen = chosen;
        list.setCellRenderer(new DriveLine(context.texts()));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setVisibleRowCount(4);
        list.addListSelectionListener(event -> {
            Drive drive = list.getSelectedValue();
            if (drive != null && !event.getValueIsAdjusting()) {
                path.setText(drive.root().toString());
            }
        });
        add(Controls.label(context.texts(), "manual.drives", list), "span 3");
        add(new JScrollPane(list), "span 3, growx, wmin 300lp");
        add(Controls.label(context.texts(), "manual.folder", path));
        add(path);
        browse = Controls.button(context.texts(), "manual.browse", this::browse);
        add(browse);
        fresh = Controls.checkBox(context.texts(), "manual.fresh");
        fresh.setSelected(true);
        fresh.setVisible(offersFresh);
        add(fresh, "span 3");
        path.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                lookAtFolder();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                lookAtFolder();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {
                lookAtFolder();
            }
        });
    }

    public Optional<FolderFacts> folder() {
        return folder;
    }

    /** Whether a backup is to be made first. */
    public boolean fresh() {
        return fresh.isSelected();
    }

    public void free(boolean now) {
        List.of(list, path, browse, fresh).forEach(each -> each.setEnabled(now));
    }

    /** Looks anew which drives there are. */
    public void look() {
        Background.Task looks = context.work().run(drives::all, this::found, unseen -> {});
        assert looks != null;
        lookAtFolder();
    }

    private void found(List<Drive> all) {
        Drive before = list.getSelectedValue();
        model.clear();
        all.forEach(model::addElement);
        if (before != null) {
            all.stream().filter(drive -> drive.root().equals(before.root())).findFirst()
                    .ifPresent(drive -> list.setSelectedValue(drive, true));
        } else if (path.getText().isBlank() && !all.isEmpty() && all.getFirst().removable()) {
            list.setSelectedIndex(0);
        }
    }

    private void browse() {
        JFileChooser chooser = new JFileChooser(path.getText().isBlank() ? null : path.getText());
        chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
        chooser.setDialogTitle(context.texts().text("manual.browse.title"));
        if (chooser.showDialog(this, context.texts().text("button.ok")) == JFileChooser.APPROVE_OPTION) {
            path.setText(chooser.getSelectedFile().toString());
        }
    }

    private void lookAtFolder() {
        looking.ifPresent(Background.Task::cancel);
        folder = Optional.empty();
        String typed = path.getText().strip();
        if (typed.isEmpty()) {
            chosen.accept(folder);
            return;
        }
        List<Path> apart = kept.get();
        String name = archive.get();
        looking = Optional.of(context.work().run(() -> FolderFacts.of(absolute(typed), name, drives, apart),
                this::seen, absent -> chosen.accept(Optional.empty())));
    }

    private static Path absolute(String typed) throws IOException {
        try {
            Path named = Path.of(typed);
            if (!named.isAbsolute() || !Files.isDirectory(named)) {
                throw new NoSuchFileException(typed);
            }
            return named;
        } catch (InvalidPathException e) {
            throw new IOException(e);
        }
    }

    private void seen(FolderFacts facts) {
        folder = Optional.of(facts);
        chosen.accept(folder);
    }
}
