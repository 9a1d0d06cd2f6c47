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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** Who is told: a card for each channel. An administrator adds others and takes them away; saving makes it so. */
final class NoticesPage extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final Pattern KIND = Pattern.compile("notify\\[([^\\]]+)]\\.kind");

    private final transient Texts texts;
    private final transient List<SettingsGroup> kinds;
    private final transient Consumer<NoticeCard> test;
    private final transient List<NoticeCard> cards = new ArrayList<>();
    private final transient List<NoticeCard> removed = new ArrayList<>();
    private final JPanel column = new JPanel(
            new MigLayout("insets 0, fillx, wrap 1, gapy unrelated, hidemode 3", "[grow,fill]", ""));
    private final JPanel adding = new JPanel(new MigLayout("insets 0, hidemode 3", "", ""));
    private final JLabel none;
    private final JTextArea going;

    /**
     * @param kept those that the settings hold
     * @param kinds what each kind asks for
     * @param test sends a message through one
     */
    NoticesPage(Texts texts, List<SettingsGroup> kept, List<SettingsGroup> kinds, Consumer<NoticeCard> test) {
        super(new MigLayout("insets 0, fillx, wrap 1, hidemode 3", "[grow,fill]", ""));
        this.texts = texts;
        this.kinds = List.copyOf(kinds);
        this.test = test;
        none = new JLabel(texts.text("settings.none.NOTICES"));
        going = Controls.prose("settings.notice.going", "");
        going.setForeground(Tone.ATTENTION.colour());
        going.setVisible(false);
        JLabel add = new JLabel(texts.text("settings.notice.add"));
        adding.add(add);
        kinds.forEach(kind -> adding.add(adder(kind)));
        add(none);
        add(column);
        add(going, "wmin 220lp");
        add(adding, "gaptop unrelated");
        kept.forEach(group -> show(group, group.fields().stream().filter(field -> field.label().equals("notify.kind"))
                .findFirst().flatMap(SettingsField::value).orElse(""), true));
        count();
    }

    private JButton adder(SettingsGroup kind) {
        String word = "settings.word." + kind.name();
        JButton add = Controls.button(texts, word, () -> {
            NoticeCard card = added(kind, freeName(kind.name()));
            card.rows().getFirst().focus();
            card.scrollRectToVisible(new java.awt.Rectangle(0, 0, card.getWidth(), card.getHeight()));
        });
        add.setName("settings.notice.add." + kind.name());
        return add;
    }

    private NoticeCard added(SettingsGroup kind, String name) {
        NoticeCard card = show(NoticeCard.named(kind, name), kind.name(), false);
        card.editable(true);
        count();
        validate();
        return card;
    }

    private NoticeCard show(SettingsGroup group, String kind, boolean kept) {
        NoticeCard card = new NoticeCard(texts, group, kind, kept, new NoticeCard.Pressed(test, this::remove));
        cards.add(card);
        column.add(card);
        return card;
    }

    private void remove(NoticeCard card) {
        cards.remove(card);
        column.remove(card);
        if (card.kept()) {
            removed.add(card);
        }
        count();
    }

    private void count() {
        none.setVisible(cards.isEmpty());
        going.setText(removed.isEmpty()
                ? ""
                : texts.text("settings.notice.going",
                        String.join(", ", removed.stream().map(NoticeCard::channel).toList())));
        going.setVisible(!removed.isEmpty());
        revalidate();
        repaint();
    }

    /** The kind's word, with a number where that is taken. A name that is going away is not free before it is gone. */
    private String freeName(String kind) {
        Set<String> taken = new TreeSet<>();
        Stream.concat(cards.stream(), removed.stream())
                .forEach(card -> taken.add(card.channel().toLowerCase(Locale.ROOT)));
        String name = kind;
        for (int number = 2; taken.contains(name); number++) {
            name = kind + "-" + number;
        }
        return name;
    }

    void editable(boolean may) {
        cards.forEach(card -> card.editable(may));
        adding.setVisible(may);
    }

    List<FieldRow> rows() {
        return cards.stream().flatMap(card -> card.rows().stream()).toList();
    }

    Stream<SettingsChange> changes() {
        return Stream.concat(removed.stream().map(NoticeCard::away), cards.stream().flatMap(NoticeCard::changes));
    }

    /** Adds or takes away again what a person had, in an earlier form, if that is what the change is about. */
    void typed(SettingsChange change) {
        Matcher kind = KIND.matcher(change.key());
        if (kind.matches() && change.value().isPresent()) {
            Optional<SettingsGroup> template = kinds.stream().filter(one -> one.name().equals(change.value().get()))
                    .findFirst();
            boolean there = cards.stream().anyMatch(card -> card.channel().equals(kind.group(1)));
            template.filter(known -> !there).ifPresent(known -> added(known, kind.group(1)));
        } else if (change.value().isEmpty()) {
            List.copyOf(cards).stream().filter(card -> card.away().key().equals(change.key())).forEach(this::remove);
        }
    }
}
