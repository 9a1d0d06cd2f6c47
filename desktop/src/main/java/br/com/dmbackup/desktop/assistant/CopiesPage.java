package br.com.dmbackup.desktop.assistant;

import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.desktop.form.FieldRow;
import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.protocol.api.PairingAsked;
import br.com.dmbackup.protocol.api.SettingsChange;
import br.com.dmbackup.protocol.api.SettingsChanges;
import br.com.dmbackup.protocol.api.SettingsField.FieldKind;
import br.com.dmbackup.protocol.api.SettingsFlaw;
import br.com.dmbackup.protocol.api.SettingsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.ButtonGroup;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JRadioButton;
import javax.swing.JTextArea;
import javax.swing.JTextField;

/** Where the copies go: a backup terminal, a plain folder, or nowhere; and how many hours stay here. */
final class CopiesPage extends AssistantPage {
    private static final long serialVersionUID = 1L;
    private static final String DESTINATION = "destination[terminal]";
    private static final String PATH = DESTINATION + ".path";
    private static final String KIND = DESTINATION + ".kind";
    private static final String CODE = "assistant.code";

    private final JRadioButton terminal;
    private final JRadioButton folder;
    private final JRadioButton local;
    private final JTextField code = new JTextField(12);
    private final JTextField address = new JTextField(20);
    private final JLabel codeLabel;
    private final JLabel addressLabel;
    private final JTextArea codeFlaw = Controls.prose(CODE + ".flaw", "");
    private final JTextArea localAbout;
    private final JCheckBox create;
    private final transient FieldRow path;
    private final transient FieldRow slots;
    private final transient Runnable resized;
    private boolean paired;

    CopiesPage(Texts texts, SettingsView view, Runnable resized) {
        super(texts, "copies", view);
        this.resized = resized;
        paired = known(KIND).filter("terminal"::equals).isPresent();
        terminal = Controls.radioButton(texts, "assistant.terminal");
        folder = Controls.radioButton(texts, "assistant.folder");
        local = Controls.radioButton(texts, "assistant.local");
        ButtonGroup group = new ButtonGroup();
        List.of(terminal, folder, local).forEach(choice -> {
            group.add(choice);
            choice.addActionListener(event -> fitToChoice());
        });
        add(terminal, "span");
        codeLabel = Controls.label(texts, CODE, code);
        addressLabel = Controls.label(texts, "assistant.address", address);
        add(codeLabel, "gapleft indent");
        add(code, "growx 0");
        add(codeFlaw, "skip, growx, wmin 220lp");
        add(addressLabel, "gapleft indent");
        add(address);
        add(folder, "span, gaptop related");
        path = ask(PATH, FieldKind.FOLDER, "", List.of());
        create = Controls.checkBox(texts, "assistant.create");
        add(create, "skip");
        add(local, "span, gaptop related");
        localAbout = Controls.prose("assistant.local.about", texts.text("assistant.local.about"));
        add(localAbout, "span, growx, wmin 320lp, gapleft indent");
        slots = ask("local.slots", FieldKind.NUMBER, "24", List.of());
        codeFlaw.setForeground(Tone.FAILURE.colour());
        (known(KIND).filter("folder"::equals).isPresent() ? folder : terminal).setSelected(true);
        fitToChoice();
    }

    private void fitToChoice() {
        boolean pairs = terminal.isSelected();
        List.of(codeLabel, code, addressLabel, address).forEach(part -> part.setVisible(pairs));
        codeFlaw.setVisible(pairs && !codeFlaw.getText().isEmpty());
        path.visible(folder.isSelected());
        create.setVisible(folder.isSelected());
        localAbout.setVisible(local.isSelected());
        resized.run();
    }

    @Override
    List<SettingsChange> changes() {
        List<SettingsChange> changes = new ArrayList<>();
        slots.change().ifPresent(changes::add);
        if (folder.isSelected()) {
            if (paired) {
                changes.add(SettingsChange.away(DESTINATION));
            }
            changes.add(SettingsChange.to(KIND, "folder"));
            changes.add(SettingsChange.to(PATH, path.value()));
        } else if (local.isSelected() || !paired) {
            changes.add(SettingsChange.away(DESTINATION));
        }
        return changes;
    }

    @Override
    boolean createsFolders() {
        return create.isSelected();
    }

    /** The terminal to be paired with; none where there is none, or it is known already. */
    Optional<PairingAsked> pairing() {
        String typed = code.getText().strip();
        return terminal.isSelected() && !typed.isEmpty()
                ? Optional.of(new PairingAsked(typed,
                        Optional.of(address.getText().strip()).filter(text -> !text.isEmpty())))
                : Optional.empty();
    }

    /** The terminal is the store's now: from here on it is not to be taken out of the settings again. */
    void nowPaired() {
        paired = true;
        code.setText("");
    }

    @Override
    List<SettingsFlaw> missing() {
        if (terminal.isSelected() && code.getText().isBlank() && !paired) {
            return List.of(needed(CODE));
        }
        return folder.isSelected() && path.value().isEmpty() ? List.of(needed(PATH)) : List.of();
    }

    @Override
    List<SettingsFlaw> examine(LocalAgent agent, SettingsChanges all) {
        List<SettingsFlaw> flaws = new ArrayList<>(super.examine(agent, all));
        if (flaws.isEmpty()) {
            agent.tryOut(all).findings().stream()
                    .filter(finding -> !finding.good() && List.of(PATH, slots.key()).contains(finding.key()))
                    .map(finding -> new SettingsFlaw(1, 1, finding.key(), finding.message())).forEach(flaws::add);
        }
        return flaws;
    }

    @Override
    void flaws(List<SettingsFlaw> flaws) {
        super.flaws(flaws);
        codeFlaw.setText(flaws.stream().filter(flaw -> flaw.key().equals(CODE)).map(SettingsFlaw::message).findFirst()
                .orElse(""));
        fitToChoice();
    }

    @Override
    List<String> summary() {
        String where = terminal.isSelected()
                ? texts().text("assistant.to.terminal")
                : folder.isSelected() ? path.value() : texts().text("assistant.to.nowhere");
        return List.of(line("assistant.copies", where),
                line("settings.label.local.slots", slots.value().isEmpty() ? "24" : slots.value()));
    }
}
