package br.com.dmbackup.desktop.settings;

import br.com.dmbackup.desktop.form.FieldRow;
import br.com.dmbackup.desktop.form.FormColumn;
import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.protocol.api.SettingsChange;
import br.com.dmbackup.protocol.api.SettingsFlaw;
import br.com.dmbackup.protocol.api.SettingsGroup;
import br.com.dmbackup.protocol.api.SettingsTopic;
import br.com.dmbackup.protocol.api.SettingsView;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;

/** The form: a page for each topic, which may show several groups of the same kind. */
final class SettingsBoard extends JTabbedPane {
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient Map<String, FieldRow> rows = new LinkedHashMap<>();
    private final transient Map<String, SettingsTopic> topics = new LinkedHashMap<>();
    private final transient List<SettingsTopic> pages = new ArrayList<>();

    SettingsBoard(Texts texts, SettingsView view) {
        super(LEFT, SCROLL_TAB_LAYOUT);
        this.texts = texts;
        setName("settings.board");
        putClientProperty("JTabbedPane.tabAlignment", LEADING);
        Map<SettingsTopic, List<SettingsGroup>> byTopic = new EnumMap<>(SettingsTopic.class);
        for (SettingsTopic topic : SettingsTopic.values()) {
            byTopic.put(topic, new ArrayList<>());
        }
        view.groups().forEach(group -> byTopic.getOrDefault(group.topic(), new ArrayList<>()).add(group));
        byTopic.forEach((topic, groups) -> {
            if (!groups.isEmpty() || topic == SettingsTopic.DESTINATIONS || topic == SettingsTopic.NOTICES) {
                pages.add(topic);
                addTab(texts.text("settings.topic." + topic), page(topic, groups));
            }
        });
    }

    private JScrollPane page(SettingsTopic topic, List<SettingsGroup> groups) {
        FormColumn page = new FormColumn();
        String why = "settings.about." + topic;
        if (texts.has(why)) {
            page.add(Controls.prose(why, texts.text(why)), "span, growx, wmin 220lp, gapbottom unrelated");
        }
        if (groups.isEmpty()) {
            page.add(new JLabel(texts.text("settings.none." + topic)), "span");
        }
        for (SettingsGroup group : groups) {
            if (!group.name().isEmpty()) {
                page.add(Controls.heading(group.name()), "span, gaptop unrelated");
            }
            group.fields().forEach(field -> {
                FieldRow row = new FieldRow(texts, field);
                rows.put(field.key(), row);
                topics.put(field.key(), topic);
                row.addTo(page);
            });
        }
        return page.scrolled();
    }

    void editable(boolean may) {
        rows.values().forEach(row -> row.editable(may));
    }

    List<SettingsChange> changes() {
        return rows.values().stream().flatMap(row -> row.change().stream()).toList();
    }

    /** Puts in again what a person had typed into an earlier form. */
    void typed(List<SettingsChange> changes) {
        changes.forEach(change -> Optional.ofNullable(rows.get(change.key()))
                .ifPresent(row -> row.typed(change.value().orElse(""))));
    }

    /**
     * Shows each flaw at its value, and the first of them.
     *
     * @return those that have no place here
     */
    List<SettingsFlaw> flaws(List<SettingsFlaw> flaws) {
        rows.values().forEach(row -> row.flaw(""));
        List<SettingsFlaw> elsewhere = new ArrayList<>();
        boolean first = true;
        for (SettingsFlaw flaw : flaws) {
            FieldRow row = rows.get(flaw.key());
            if (row == null) {
                elsewhere.add(flaw);
                continue;
            }
            row.flaw(flaw.message());
            if (first) {
                setSelectedIndex(pages.indexOf(topics.getOrDefault(flaw.key(), SettingsTopic.BACKUP)));
                row.focus();
                first = false;
            }
        }
        for (int i = 0; i < pages.size(); i++) {
            SettingsTopic topic = pages.get(i);
            boolean wrong = flaws.stream().anyMatch(flaw -> topics.get(flaw.key()) == topic);
            setForegroundAt(i, wrong ? Tone.FAILURE.colour() : null);
            setTitleAt(i, texts.text("settings.topic." + topic) + (wrong ? " (!)" : ""));
        }
        return elsewhere;
    }

    /** Goes to a page. */
    void show(SettingsTopic topic) {
        if (pages.contains(topic)) {
            setSelectedIndex(pages.indexOf(topic));
        }
    }

    SettingsTopic shown() {
        return pages.get(getSelectedIndex());
    }
}
