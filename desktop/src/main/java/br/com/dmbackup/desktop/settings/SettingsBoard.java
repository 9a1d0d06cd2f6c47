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
import java.util.function.Consumer;
import java.util.stream.Stream;
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
    private final NoticesPage notices;

    /** @param test sends a message through a channel */
    SettingsBoard(Texts texts, SettingsView view, Consumer<NoticeCard> test) {
        super(LEFT, SCROLL_TAB_LAYOUT);
        this.texts = texts;
        setName("settings.board");
        putClientProperty("JTabbedPane.tabAlignment", LEADING);
        notices = new NoticesPage(texts, view.groups().stream().filter(SettingsBoard::channel).toList(),
                view.channels(), test);
        Map<SettingsTopic, List<SettingsGroup>> byTopic = new EnumMap<>(SettingsTopic.class);
        for (SettingsTopic topic : SettingsTopic.values()) {
            byTopic.put(topic, new ArrayList<>());
        }
        view.groups().stream().filter(group -> !channel(group))
                .forEach(group -> byTopic.getOrDefault(group.topic(), new ArrayList<>()).add(group));
        byTopic.forEach((topic, groups) -> {
            if (!groups.isEmpty() || topic == SettingsTopic.DESTINATIONS || topic == SettingsTopic.NOTICES) {
                pages.add(topic);
                addTab(texts.text("settings.topic." + topic), page(topic, groups));
            }
        });
    }

    private static boolean channel(SettingsGroup group) {
        return group.topic() == SettingsTopic.NOTICES && !group.name().isEmpty();
    }

    private JScrollPane page(SettingsTopic topic, List<SettingsGroup> groups) {
        FormColumn page = new FormColumn();
        String why = "settings.about." + topic;
        if (texts.has(why)) {
            page.add(Controls.prose(why, texts.text(why)), "span, growx, wmin 220lp, gapbottom unrelated");
        }
        if (groups.isEmpty() && topic != SettingsTopic.NOTICES) {
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
        if (topic == SettingsTopic.NOTICES) {
            page.add(notices, "span, growx, gaptop unrelated");
        }
        return page.scrolled();
    }

    void editable(boolean may) {
        rows.values().forEach(row -> row.editable(may));
        notices.editable(may);
    }

    List<SettingsChange> changes() {
        return Stream.concat(rows.values().stream().flatMap(row -> row.change().stream()), notices.changes()).toList();
    }

    /** Puts in again what a person had typed into an earlier form. */
    void typed(List<SettingsChange> changes) {
        changes.forEach(change -> row(change.key()).ifPresentOrElse(row -> row.typed(change.value().orElse("")),
                () -> notices.typed(change)));
    }

    private Optional<FieldRow> row(String key) {
        return Stream.concat(rows.values().stream(), notices.rows().stream()).filter(row -> row.key().equals(key))
                .findFirst();
    }

    private SettingsTopic topic(String key) {
        return topics.getOrDefault(key, key.startsWith("notify[") ? SettingsTopic.NOTICES : SettingsTopic.BACKUP);
    }

    /**
     * Shows each flaw at its value, and the first of them.
     *
     * @return those that have no place here
     */
    List<SettingsFlaw> flaws(List<SettingsFlaw> flaws) {
        Stream.concat(rows.values().stream(), notices.rows().stream()).forEach(row -> row.flaw(""));
        List<SettingsFlaw> elsewhere = new ArrayList<>();
        boolean first = true;
        for (SettingsFlaw flaw : flaws) {
            Optional<FieldRow> row = row(flaw.key());
            if (row.isEmpty()) {
                elsewhere.add(flaw);
                continue;
            }
            row.get().flaw(flaw.message());
            if (first) {
                setSelectedIndex(pages.indexOf(topic(flaw.key())));
                row.get().focus();
                first = false;
            }
        }
        for (int i = 0; i < pages.size(); i++) {
            SettingsTopic topic = pages.get(i);
            boolean wrong = flaws.stream()
                    .anyMatch(flaw -> row(flaw.key()).isPresent() && topic(flaw.key()) == topic);
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
