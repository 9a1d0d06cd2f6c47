package br.com.dmbackup.desktop.assistant;

import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.desktop.form.FieldRow;
import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.protocol.api.SettingsChange;
import br.com.dmbackup.protocol.api.SettingsChanges;
import br.com.dmbackup.protocol.api.SettingsField;
import br.com.dmbackup.protocol.api.SettingsField.FieldKind;
import br.com.dmbackup.protocol.api.SettingsFlaw;
import br.com.dmbackup.protocol.api.SettingsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** One page: what it asks, what becomes of the settings, and what is wrong with it. */
abstract class AssistantPage extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final String room;
    private final transient SettingsView view;
    private final transient List<FieldRow> rows = new ArrayList<>();

    /**
     * @param room its words: {@code assistant.<room>} and {@code assistant.<room>.about}
     * @param view what the settings say now
     */
    AssistantPage(Texts texts, String room, SettingsView view) {
        super(new MigLayout("insets 0, fillx, wrap 2, hidemode 3", "[][grow,fill]", ""));
        this.texts = texts;
        this.room = room;
        this.view = view;
        setName("assistant." + room);
        add(Controls.prose("assistant." + room + ".about", texts.text("assistant." + room + ".about")),
                "span, growx, wmin 320lp, gapbottom unrelated");
    }

    final Texts texts() {
        return texts;
    }

    final String heading() {
        return texts.text("assistant." + room);
    }

    /** Adds a question about one value; what the settings say already is offered. */
    final FieldRow ask(String key, FieldKind kind, String usual, List<String> choices) {
        String label = key.replaceFirst("\\[.*]", "");
        FieldRow row = new FieldRow(texts,
                new SettingsField(key, label, kind, known(key), usual, choices));
        row.addTo(this);
        rows.add(row);
        return row;
    }

    /** What the settings say about a key. */
    final Optional<String> known(String key) {
        return view.groups().stream().flatMap(group -> group.fields().stream())
                .filter(field -> field.key().equals(key)).findFirst().flatMap(SettingsField::value);
    }

    /** The words that the agent knows for a key. */
    final List<String> choices(String key) {
        return view.groups().stream().flatMap(group -> group.fields().stream())
                .filter(field -> field.key().equals(key)).findFirst().map(SettingsField::choices).orElse(List.of());
    }

    /** What it makes of the settings. */
    List<SettingsChange> changes() {
        return rows.stream().flatMap(row -> row.change().stream()).toList();
    }

    /** What can be said at once, before the agent is asked. */
    List<SettingsFlaw> missing() {
        return List.of();
    }

    /**
     * What is wrong with this page; in the background.
     *
     * @param all the changes of all pages
     */
    List<SettingsFlaw> examine(LocalAgent agent, SettingsChanges all) {
        List<String> keys = rows.stream().map(FieldRow::key).toList();
        return agent.check(all).stream().filter(flaw -> keys.contains(flaw.key())).toList();
    }

    /** Shows what is wrong, and nothing else any more. */
    void flaws(List<SettingsFlaw> flaws) {
        boolean[] first = {true};
        rows.forEach(row -> row.flaw(""));
        for (FieldRow row : rows) {
            flaws.stream().filter(flaw -> flaw.key().equals(row.key())).findFirst().ifPresent(flaw -> {
                row.flaw(flaw.message());
                if (first[0]) {
                    row.focus();
                    first[0] = false;
                }
            });
        }
    }

    /** Whether folders may be made. */
    boolean createsFolders() {
        return false;
    }

    /** The lines of the summary. */
    abstract List<String> summary();

    final SettingsFlaw needed(String key) {
        return new SettingsFlaw(1, 1, key, texts.text("assistant.needed"));
    }

    final String line(String key, String value) {
        return texts.text("assistant.line", texts.text(key), value.isEmpty() ? "—" : value);
    }
}
