package br.com.dmbackup.desktop.assistant;

import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.desktop.form.FieldRow;
import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.protocol.api.SettingsChange;
import br.com.dmbackup.protocol.api.SettingsChanges;
import br.com.dmbackup.protocol.api.SettingsField.FieldKind;
import br.com.dmbackup.protocol.api.SettingsFlaw;
import br.com.dmbackup.protocol.api.SettingsTrial.Finding;
import br.com.dmbackup.protocol.api.SettingsView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JTextArea;

/** Where the bytes come from, and whether they can be reached. */
final class DatabasePage extends AssistantPage {
    private static final long serialVersionUID = 1L;
    /** What was tried as a whole, in the agent's answer. */
    private static final String WHOLE = "database";
    private static final String ENGINE = "database.engine";
    private static final List<String> OFFERED = List.of("sqlserver", "postgresql", "sqlite", "file");
    private static final List<String> SERVERS = List.of("sqlserver", "postgresql");

    private final transient FieldRow engine;
    private final transient Map<FieldRow, List<String>> ofEngines = new LinkedHashMap<>();
    private final JButton test;
    private final JTextArea tested = Controls.prose("assistant.tested", "");

    /** @param trying tries the connection, and tells this page */
    DatabasePage(Texts texts, SettingsView view, Runnable trying, Runnable resized) {
        super(texts, WHOLE, view);
        List<String> known = choices(ENGINE);
        engine = ask(ENGINE, FieldKind.CHOICE, "",
                OFFERED.stream().filter(word -> known.isEmpty() || known.contains(word)).toList());
        row("database.path", FieldKind.FILE, "", List.of("sqlite", "file"));
        row("database.host", FieldKind.TEXT, "127.0.0.1", SERVERS);
        row("database.instance", FieldKind.TEXT, "", List.of("sqlserver"));
        row("database.port", FieldKind.NUMBER, "", SERVERS);
        row("database.database", FieldKind.TEXT, "", SERVERS);
        row("database.user", FieldKind.TEXT, "", SERVERS);
        row("database.password", FieldKind.SECRET, "", SERVERS);
        test = Controls.button(texts, "assistant.test", trying);
        add(test, "skip, growx 0, gaptop related");
        tested.setVisible(false);
        add(tested, "span, growx, wmin 320lp, gaptop related");
        engine.chosen(() -> {
            fitToEngine();
            resized.run();
        });
        fitToEngine();
    }

    private void row(String key, FieldKind kind, String usual, List<String> engines) {
        ofEngines.put(ask(key, kind, usual, List.of()), engines);
    }

    private void fitToEngine() {
        String chosen = engine.value();
        ofEngines.forEach((row, engines) -> row.visible(engines.contains(chosen)));
        test.setEnabled(!chosen.isEmpty());
        tested.setVisible(false);
    }

    @Override
    List<SettingsChange> changes() {
        String chosen = engine.value();
        List<String> away = ofEngines.entrySet().stream().filter(row -> !row.getValue().contains(chosen))
                .map(row -> row.getKey().key()).toList();
        return super.changes().stream().filter(change -> !away.contains(change.key())).toList();
    }

    @Override
    List<SettingsFlaw> missing() {
        return engine.value().isEmpty() ? List.of(needed(ENGINE)) : List.of();
    }

    @Override
    List<SettingsFlaw> examine(LocalAgent agent, SettingsChanges all) {
        List<SettingsFlaw> flaws = new ArrayList<>(super.examine(agent, all));
        if (flaws.isEmpty()) {
            agent.tryOut(all).findings().stream().filter(finding -> finding.key().equals(WHOLE) && !finding.good())
                    .map(finding -> new SettingsFlaw(1, 1, WHOLE, words(finding))).forEach(flaws::add);
        }
        return flaws;
    }

    @Override
    void flaws(List<SettingsFlaw> flaws) {
        super.flaws(flaws);
        flaws.stream().filter(flaw -> flaw.key().equals(WHOLE)).findFirst()
                .ifPresent(flaw -> say(flaw.message(), Tone.FAILURE));
    }

    /** What came of the try. */
    void tested(List<Finding> findings) {
        findings.stream().filter(finding -> finding.key().equals(WHOLE)).findFirst()
                .ifPresent(finding -> say(words(finding), finding.good() ? Tone.OK : Tone.FAILURE));
    }

    void say(String words, Tone tone) {
        tested.setText(words);
        tested.setForeground(tone.colour());
        tested.setVisible(!words.isEmpty());
    }

    private static String words(Finding finding) {
        return finding.message() + (finding.hint().isEmpty() ? "" : "\n" + finding.hint());
    }

    @Override
    List<String> summary() {
        List<String> lines = new ArrayList<>();
        lines.add(line("settings.label." + ENGINE, texts().text("settings.word." + engine.value())));
        ofEngines.forEach((row, engines) -> {
            if (engines.contains(engine.value()) && !row.value().isEmpty() && !row.key().endsWith("password")) {
                lines.add(line("settings.label." + row.key(), row.value()));
            }
        });
        return lines;
    }
}
