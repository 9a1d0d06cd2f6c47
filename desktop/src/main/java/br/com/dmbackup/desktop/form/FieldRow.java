package br.com.dmbackup.desktop.form;

import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.protocol.api.SettingsChange;
import br.com.dmbackup.protocol.api.SettingsField;
import br.com.dmbackup.protocol.api.SettingsField.FieldKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;

/** One value of the form: its words, the control that shows it, and below what is wrong with it. */
public final class FieldRow {
    private static final String PLACEHOLDER = "JTextField.placeholderText";
    private static final String YES = "true";
    private static final String NO = "false";

    /** A word of the file and how a person reads it. */
    private record Option(String word, String shown) {
        @Override
        public String toString() {
            return shown;
        }
    }

    private final Texts texts;
    private final SettingsField field;
    private final JComponent control;
    /** The control, or what it scrolls in. */
    private final JComponent shown;
    private final JTextArea flaw;
    private final JLabel label = new JLabel();
    private final String before;

    public FieldRow(Texts texts, SettingsField field) {
        this.texts = texts;
        this.field = field;
        this.control = control();
        this.shown = control instanceof JTextArea ? new JScrollPane(control) : control;
        this.before = field.kind() == FieldKind.SECRET ? "" : field.value().orElse("");
        control.setName(field.key());
        control.getAccessibleContext().setAccessibleName(words());
        show(before);
        flaw = Controls.prose(field.key() + ".flaw", "");
        flaw.setForeground(Tone.FAILURE.colour());
        flaw.setVisible(false);
    }

    public String key() {
        return field.key();
    }

    /** How a person calls it. */
    public String words() {
        String key = "settings.label." + field.label();
        return texts.has(key) ? texts.text(key) : field.label();
    }

    /** Two columns: the words and the control. */
    public void addTo(JPanel page) {
        label.setText(words());
        label.setLabelFor(control);
        label.setName(field.key() + ".label");
        page.add(label, "top, gaptop 4lp");
        page.add(shown, "growx, wmin 140lp");
        page.add(flaw, "skip, growx, wmin 140lp");
    }

    public void editable(boolean may) {
        if (control instanceof JTextComponent text) {
            text.setEditable(may);
        } else {
            control.setEnabled(may);
        }
    }

    /** What a person typed, if it is something else than before. */
    public Optional<SettingsChange> change() {
        String now = value();
        if (now.equals(before)) {
            return Optional.empty();
        }
        return Optional.of(now.isEmpty() ? SettingsChange.away(field.key()) : SettingsChange.to(field.key(), now));
    }

    /** Puts in again what a person had typed. */
    public void typed(String value) {
        show(value);
    }

    public void flaw(String words) {
        flaw.setText(words);
        flaw.setVisible(!words.isEmpty());
        control.putClientProperty("JComponent.outline", words.isEmpty() ? null : "error");
    }

    public void focus() {
        control.requestFocusInWindow();
    }

    /** Takes it out of sight, with what is wrong with it, or puts it back; in MigLayout with {@code hidemode 3}. */
    public void visible(boolean wanted) {
        label.setVisible(wanted);
        shown.setVisible(wanted);
        flaw.setVisible(wanted && !flaw.getText().isEmpty());
    }

    /** Told whenever another choice was made. */
    public void chosen(Runnable listener) {
        if (control instanceof JComboBox<?> box) {
            box.addActionListener(event -> listener.run());
        }
    }

    /** What stands there now. */
    public String value() {
        return switch (control) {
            case JPasswordField secret -> new String(secret.getPassword());
            case JTextComponent text -> text.getText().strip();
            case JComboBox<?> box -> box.getSelectedItem() instanceof Option chosen ? chosen.word() : "";
            default -> throw new IllegalStateException(field.key());
        };
    }

    private void show(String value) {
        switch (control) {
            case JTextComponent text -> {
                text.setText(value);
                text.setCaretPosition(0);
            }
            case JComboBox<?> box -> {
                for (int i = 0; i < box.getItemCount(); i++) {
                    if (box.getItemAt(i) instanceof Option option && option.word().equals(value)) {
                        box.setSelectedIndex(i);
                    }
                }
            }
            default -> throw new IllegalStateException(field.key());
        }
    }

    private JComponent control() {
        return switch (field.kind()) {
            case CHOICE -> new JComboBox<>(options(field.choices()).toArray(Option[]::new));
            case FLAG -> new JComboBox<>(options(List.of(YES, NO)).toArray(Option[]::new));
            case SECRET -> {
                JPasswordField secret = new JPasswordField(24);
                secret.putClientProperty(PLACEHOLDER,
                        texts.text(field.value().isPresent() ? "settings.secret.kept" : "settings.secret.none"));
                yield secret;
            }
            case LIST -> new JTextArea(3, 24);
            case TEXT, NUMBER, FOLDER, FILE -> {
                JTextField text = new JTextField(24);
                text.putClientProperty(PLACEHOLDER, field.usual());
                yield text;
            }
        };
    }

    /** What holds while nothing is written comes first. */
    private List<Option> options(List<String> words) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", field.usual().isEmpty()
                ? texts.text("settings.usual.none")
                : texts.text("settings.usual", word(field.usual()))));
        words.forEach(word -> options.add(new Option(word, word(word))));
        field.value().filter(word -> !words.contains(word)).ifPresent(word -> options.add(new Option(word, word)));
        return options;
    }

    private String word(String word) {
        String key = "settings.word." + word;
        return texts.has(key) ? texts.text(key) : word;
    }
}
