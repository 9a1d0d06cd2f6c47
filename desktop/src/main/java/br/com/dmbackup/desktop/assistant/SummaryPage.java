package br.com.dmbackup.desktop.assistant;

import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.desktop.assistant.Conclusion.Stage;
import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.StateIcon;
import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.protocol.api.SettingsChanges;
import br.com.dmbackup.protocol.api.SettingsFlaw;
import br.com.dmbackup.protocol.api.SettingsView;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.JTextField;

/** Everything that was said, and how far the conclusion is. */
final class SummaryPage extends AssistantPage {
    private static final long serialVersionUID = 1L;
    private static final int ICON = 16;

    private final JTextArea all = Controls.prose("assistant.all", "");
    private final transient Map<Stage, JLabel> stages = new EnumMap<>(Stage.class);
    private final JTextArea said = Controls.prose("assistant.said", "");
    private final JTextField key = new JTextField(30);

    SummaryPage(Texts texts, SettingsView view) {
        super(texts, "summary", view);
        add(all, "span, growx, wmin 320lp");
        for (Stage stage : Stage.values()) {
            JLabel line = new JLabel(texts.text("assistant.stage." + stage));
            line.setName("assistant.stage." + stage);
            line.setVisible(false);
            stages.put(stage, line);
            add(line, stage == Stage.SETTINGS ? "span, gaptop unrelated" : "span");
        }
        said.setVisible(false);
        add(said, "span, growx, wmin 320lp, gaptop unrelated");
        key.setName("assistant.key");
        key.setEditable(false);
        key.setVisible(false);
        add(key, "span, growx");
    }

    void show(List<String> lines) {
        all.setText(String.join("\n", lines));
    }

    /** A stage has begun, so those before it are done. */
    void begun(Stage now) {
        stages.forEach((stage, line) -> {
            if (stage == now) {
                line.setVisible(true);
                line.setIcon(new StateIcon(Tone.WORKING, ICON));
            } else if (line.isVisible()) {
                line.setIcon(new StateIcon(Tone.OK, ICON));
            }
        });
        said.setVisible(false);
    }

    /** It ended. */
    void ended(Tone tone, String words, String recoveryKey) {
        stages.values().stream().filter(JLabel::isVisible).forEach(line -> {
            if (line.getIcon() instanceof StateIcon icon && icon.tone() == Tone.WORKING) {
                line.setIcon(new StateIcon(tone, ICON));
            }
        });
        said.setText(words);
        said.setForeground(tone.colour());
        said.setVisible(true);
        key.setText(recoveryKey);
        key.setVisible(!recoveryKey.isEmpty());
    }

    @Override
    List<SettingsFlaw> examine(LocalAgent agent, SettingsChanges changes) {
        return agent.check(changes);
    }

    @Override
    List<String> summary() {
        return List.of();
    }
}
