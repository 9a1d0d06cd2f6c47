package br.com.dmbackup.desktop.slots;

import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.StateIcon;
import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.desktop.session.PlaceWords;
import br.com.dmbackup.protocol.api.PlacePicture;
import br.com.dmbackup.protocol.api.SlotPicture;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/**
 * The slots of one place. Tab goes from place to place; within one the arrows go from slot to slot, Home and End to the
 * first and the last.
 */
final class PlaceRow extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int SLOTS = 24;

    private final transient List<SlotCell> cells = new ArrayList<>();
    private final JTextArea owed;
    private final JLabel owedSign = new JLabel(new StateIcon(Tone.ATTENTION, 14));
    private transient List<SlotPicture> shown = List.of();

    /** @param open told the place and the slot that a person opens */
    PlaceRow(Texts texts, String place, BiConsumer<String, SlotPicture> open) {
        super(new MigLayout("insets 0, fillx, wrap 1, hidemode 3", "[grow,fill]", "[]1[]2[]"));
        setName("slots." + place);
        JLabel name = new JLabel(PlaceWords.of(texts, place));
        name.setName("slots." + place + ".name");
        owed = Controls.prose("slots." + place + ".owed", "");
        JPanel told = new JPanel(new MigLayout("insets 0, fillx, hidemode 3", "[][grow,fill]", ""));
        told.add(owedSign);
        told.add(owed, "wmin 200lp");
        JPanel row = new JPanel(new MigLayout("insets 0, gap 0, fillx", "[grow,fill,sizegroup slot]", ""));
        for (int hour = 0; hour < SLOTS; hour++) {
            SlotCell cell = new SlotCell("%02dh".formatted(hour));
            cell.setName("slots." + place + ".%02dh".formatted(hour));
            int at = hour;
            cell.addActionListener(pressed -> {
                if (at < shown.size()) {
                    open.accept(place, shown.get(at));
                }
            });
            keys(cell, at);
            cell.addFocusListener(new FocusAdapter() {
                @Override
                public void focusGained(FocusEvent event) {
                    // Only now: a component that must not have the focus while it has it gives it to anybody.
                    cells.stream().filter(other -> !other.equals(cell)).forEach(other -> other.setFocusable(false));
                    cell.repaint();
                }

                @Override
                public void focusLost(FocusEvent event) {
                    cell.repaint();
                }
            });
            cells.add(cell);
            row.add(cell);
        }
        cells.getFirst().setFocusable(true);
        add(name);
        add(row);
        add(told);
    }

    private void keys(SlotCell cell, int at) {
        bind(cell, KeyEvent.VK_LEFT, () -> go(at, at - 1));
        bind(cell, KeyEvent.VK_RIGHT, () -> go(at, at + 1));
        bind(cell, KeyEvent.VK_HOME, () -> go(at, 0));
        bind(cell, KeyEvent.VK_END, () -> go(at, SLOTS - 1));
        bind(cell, KeyEvent.VK_UP, cell::transferFocusBackward);
        bind(cell, KeyEvent.VK_DOWN, cell::transferFocus);
    }

    private static void bind(SlotCell cell, int key, Runnable done) {
        cell.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(key, 0), key);
        cell.getActionMap().put(key, Keys.action(done));
    }

    private void go(int from, int to) {
        if (to >= 0 && to < SLOTS && to != from) {
            cells.get(to).setFocusable(true);
            boolean asked = cells.get(to).requestFocusInWindow();
            assert asked || !isShowing();
        }
    }

    void show(PlacePicture place, SlotWords words, Instant now) {
        shown = place.slots();
        for (int i = 0; i < Math.min(SLOTS, shown.size()); i++) {
            SlotPicture slot = shown.get(i);
            cells.get(i).show(slot, now, words.name(place, slot), words.description(slot),
                    "<html>" + escaped(words.name(place, slot)) + "<br>"
                            + String.join("<br>", words.sentences(slot).stream().map(PlaceRow::escaped).toList()));
        }
        String lacks = words.owed(place);
        owed.setText(lacks);
        owed.setVisible(!lacks.isEmpty());
        owedSign.setVisible(!lacks.isEmpty());
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;");
    }
}
