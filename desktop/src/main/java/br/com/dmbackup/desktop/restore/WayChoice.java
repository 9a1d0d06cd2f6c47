package br.com.dmbackup.desktop.restore;

import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.protocol.api.RestoreWay;
import java.util.List;
import java.util.Optional;
import javax.swing.ButtonGroup;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;

/** Beside the live database, or in its place after its name was typed. */
final class WayChoice extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient DesktopContext context;
    private final JRadioButton beside;
    private final JRadioButton over;
    private final JRadioButton inPlace;
    private final JTextArea inPlaceWhy;
    private final JTextField typed = new JTextField(16);
    private final JLabel ask;
    private final transient Runnable changed;
    private String database = "";

    WayChoice(DesktopContext context, Runnable changed) {
        super(new MigLayout("insets 0, fillx, wrap 2, hidemode 3", "[][grow,fill]", ""));
        this.context = context;
        this.changed = changed;
        beside = Controls.radioButton(context.texts(), "restore.beside");
        over = Controls.radioButton(context.texts(), "restore.over");
        inPlace = Controls.radioButton(context.texts(), "restore.in_place");
        inPlaceWhy = Controls.prose("restore.in_place.why", context.texts().text("restore.in_place.why"));
        ask = Controls.label(context.texts(), "restore.typed", typed);
        ButtonGroup group = new ButtonGroup();
        group.add(beside);
        group.add(over);
        group.add(inPlace);
        beside.setSelected(true);
        add(beside, "span 2");
        add(over, "span 2");
        add(Controls.prose("restore.over.why", context.texts().text("restore.over.why")),
                "span 2, growx, gapleft 24lp, wmin 280lp");
        add(inPlace, "span 2");
        add(inPlaceWhy, "span 2, growx, gapleft 24lp, wmin 280lp");
        add(ask, "gapleft 24lp");
        add(typed);
        beside.addActionListener(pressed -> turned());
        List.of(over, inPlace).forEach(way -> way.addActionListener(pressed -> {
            turned();
            typed.requestFocusInWindow();
        }));
        typed.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                changed.run();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                changed.run();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {
                changed.run();
            }
        });
        overwritable(false);
        turned();
    }

    /** Whether the live database may be overwritten where there is no room for two. */
    void overwritable(boolean can) {
        if (!can && inPlace.isSelected()) {
            beside.setSelected(true);
            turned();
        }
        inPlace.setVisible(can);
        inPlaceWhy.setVisible(can);
    }

    private boolean replaces() {
        return over.isSelected() || inPlace.isSelected();
    }

    void database(String name) {
        database = name;
        ask.setText(context.texts().text("restore.type_name", name));
    }

    private void turned() {
        ask.setEnabled(replaces());
        typed.setEnabled(replaces() && over.isEnabled());
        changed.run();
    }

    RestoreWay way() {
        if (inPlace.isSelected()) {
            return RestoreWay.IN_PLACE;
        }
        return over.isSelected() ? RestoreWay.OVER : RestoreWay.BESIDE;
    }

    /** What the person typed; the agent compares it once more. */
    Optional<String> confirmed() {
        return replaces() ? Optional.of(typed.getText().strip()) : Optional.empty();
    }

    boolean ready() {
        return !replaces() || (!database.isEmpty() && typed.getText().strip().equals(database));
    }

    void free(boolean now) {
        List.of(beside, over, inPlace).forEach(each -> each.setEnabled(now));
        typed.setEnabled(now && replaces());
    }
}
