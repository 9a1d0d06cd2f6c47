package br.com.dmbackup.journeys.desktop;

import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JScrollBar;
import javax.swing.text.JTextComponent;

/** Looks for what is cut off, for letters that two controls share, and for what has no name. */
final class Inspection {
    private final List<String> complaints = new ArrayList<>();
    private final Map<Integer, String> letters = new HashMap<>();

    private Inspection() {}

    static List<String> of(Window window) {
        Inspection inspection = new Inspection();
        inspection.look(window);
        return inspection.complaints;
    }

    private void look(Container container) {
        for (Component component : container.getComponents()) {
            if (component.isShowing()) {
                look(component);
            }
        }
    }

    private void look(Component component) {
        switch (component) {
            case AbstractButton button when button.getParent() instanceof JScrollBar
                    || button.getParent() instanceof JComboBox<?> -> {
                return;
            }
            case AbstractButton button -> {
                whole(button, button.getText());
                letter(button.getMnemonic(), button.getText());
                named(button);
            }
            case JLabel label -> {
                whole(label, label.getText());
                letter(label.getDisplayedMnemonic(), label.getText());
            }
            case JTextComponent text -> {
                if (text.getHeight() < text.getPreferredSize().height && !text.isEditable()) {
                    complaints.add("lines are cut off: " + text.getText());
                }
                if (text.isEditable()) {
                    named(text);
                }
            }
            case JScrollBar bar -> complaints.add("must be scrolled: " + bar.getParent().getName());
            default -> {
                // Nothing that could be read.
            }
        }
        if (component instanceof Container inner) {
            look(inner);
        }
    }

    private void whole(JComponent component, String text) {
        if (component.getWidth() < component.getPreferredSize().width
                || component.getHeight() < component.getPreferredSize().height) {
            complaints.add("cut off: " + text);
        }
    }

    private void letter(int letter, String text) {
        String other = letter == 0 ? null : letters.put(letter, text);
        if (other != null) {
            complaints.add("the same letter: " + other + ", " + text);
        }
    }

    private void named(JComponent component) {
        String name = component.getAccessibleContext().getAccessibleName();
        if (name == null || name.isBlank()) {
            complaints.add("no accessible name: " + component.getName());
        }
    }
}
