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
        ask = Controls.label(context.texts(), "restore.typed", typed);
        ButtonGroup group = new ButtonGroup();
        group.add(beside);
        group.add(over);
        beside.setSelected(true);
        add(beside, "span 2");
        add(over, "span 2");
        add(Controls.prose("restore.over.why", context.texts().text("restore.over.why")),
                "span 2, growx, gapleft 24lp, wmin 280lp");
        add(ask, "gapleft 24lp");
        add(typed);
        beside.addActionListener(pressed -> turned());
        over.addActionListener(pressed -> {
            turned();
            typed.requestFocusInWindow();
        });
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
        turned();
    }

    void database(String name) {
        database = name;
        ask.setText(context.texts().text("restore.type_name", name));
    }

    private void turned() {
        boolean replaces = over.isSelected();
        ask.setEnabled(replaces);
        typed.setEnabled(replaces && over.isEnabled());
        changed.run();
    }

    RestoreWay way() {
        return over.isSelected() ? RestoreWay.OVER : RestoreWay.BESIDE;
    }

    /** What the person typed; the agent compares it once more. */
    Optional<String> confirmed() {
        return over.isSelected() ? Optional.of(typed.getText().strip()) : Optional.empty();
    }

    boolean ready() {
        return !over.isSelected() || (!database.isEmpty() && typed.getText().strip().equals(database));
    }

    void free(boolean now) {
        List.of(beside, over).forEach(each -> each.setEnabled(now));
        typed.setEnabled(now && over.isSelected());
    }
}
