package br.com.dmbackup.desktop.settings;

import br.com.dmbackup.desktop.form.FieldRow;
import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.protocol.api.SettingsChange;
import br.com.dmbackup.protocol.api.SettingsField;
import br.com.dmbackup.protocol.api.SettingsGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** One channel for messages: what it needs, and two buttons, to try it and to take it away. */
final class NoticeCard extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String KIND = ".kind";

    private final String channel;
    private final String kind;
    private final boolean kept;
    private final transient List<FieldRow> rows = new ArrayList<>();
    private final JButton test;
    private final JButton remove;
    private final JTextArea said;

    /** What its buttons do. */
    record Pressed(Consumer<NoticeCard> test, Consumer<NoticeCard> remove) {}

    /**
     * @param kind of channel, as the settings have it
     * @param kept whether the settings hold it already
     */
    NoticeCard(Texts texts, SettingsGroup group, String kind, boolean kept, Pressed pressed) {
        super(new MigLayout("insets 0, fillx, wrap 2, hidemode 3", "[][grow,fill]", ""));
        this.channel = group.name();
        this.kind = kind;
        this.kept = kept;
        setName(table());
        String word = texts.has("settings.word." + kind) ? texts.text("settings.word." + kind) : kind;
        add(Controls.heading(
                channel.equals(kind) ? word : texts.text("settings.notice.heading", word, channel)), "span, split 3");
        test = Controls.button(texts, "settings.notice.test", () -> pressed.test().accept(this));
        test.setName(table() + ".test");
        add(test, "gapleft push");
        remove = Controls.button(texts, "settings.notice.remove", () -> pressed.remove().accept(this));
        remove.setName(table() + ".remove");
        add(remove);
        said = Controls.prose(table() + ".said", "");
        said.setVisible(false);
        add(said, "span, growx, wmin 220lp");
        group.fields().stream().filter(field -> !field.key().endsWith(KIND)).forEach(field -> {
            FieldRow row = new FieldRow(texts, field);
            rows.add(row);
            row.addTo(this);
        });
    }

    /** The fields of a kind, for a channel of that name. */
    static SettingsGroup named(SettingsGroup template, String channel) {
        return new SettingsGroup(template.topic(), channel, template.fields().stream()
                .map(field -> new SettingsField(field.key().replace("[]", "[" + channel + "]"), field.label(),
                        field.kind(), field.value(), field.usual(), field.choices()))
                .toList());
    }

    String channel() {
        return channel;
    }

    boolean kept() {
        return kept;
    }

    List<FieldRow> rows() {
        return rows;
    }

    void editable(boolean may) {
        rows.forEach(row -> row.editable(may));
        remove.setVisible(may);
    }

    Stream<SettingsChange> changes() {
        Stream<SettingsChange> typed = rows.stream().flatMap(row -> row.change().stream());
        return kept ? typed : Stream.concat(Stream.of(SettingsChange.to(table() + KIND, kind)), typed);
    }

    /** That it is no more. */
    SettingsChange away() {
        return SettingsChange.away(table());
    }

    /** While it is tried it cannot be tried once more. */
    void trying(boolean now) {
        test.setEnabled(!now);
    }

    void say(String words, Tone tone) {
        said.setText(words);
        said.setForeground(tone.colour());
        said.setVisible(!words.isEmpty());
        revalidate();
    }

    private String table() {
        return "notify[" + channel + "]";
    }
}
