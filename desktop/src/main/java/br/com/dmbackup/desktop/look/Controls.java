package br.com.dmbackup.desktop.look;

import java.awt.Font;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JRadioButton;
import javax.swing.JTextArea;

/**
 * Makes the controls of the windows. Each has its text's key as its name, by which tests find it, and an accessible
 * name for those who listen to the screen.
 */
public final class Controls {
    private Controls() {}

    public static JButton button(Texts texts, String key, Runnable pressed) {
        JButton button = captioned(new JButton(), texts, key);
        button.addActionListener(event -> pressed.run());
        return button;
    }

    public static JCheckBox checkBox(Texts texts, String key) {
        return captioned(new JCheckBox(), texts, key);
    }

    public static JRadioButton radioButton(Texts texts, String key) {
        return captioned(new JRadioButton(), texts, key);
    }

    /** The label before a field; the field gets the key as its name and the words as its accessible one. */
    public static JLabel label(Texts texts, String key, JComponent field) {
        JLabel label = new JLabel();
        Caption caption = Caption.of(texts.text(key));
        caption.on(label);
        label.setLabelFor(field);
        label.setName(key + ".label");
        field.setName(key);
        field.getAccessibleContext().setAccessibleName(caption.text());
        return label;
    }

    public static JLabel heading(String words) {
        JLabel heading = new JLabel(words);
        heading.setFont(heading.getFont().deriveFont(Font.BOLD, heading.getFont().getSize2D() * 1.15f));
        return heading;
    }

    /** Words that may take several lines; a label that wraps. */
    public static JTextArea prose(String name, String words) {
        JTextArea prose = new Prose(words);
        prose.setName(name);
        return prose;
    }

    private static <B extends AbstractButton> B captioned(B button, Texts texts, String key) {
        Caption.of(texts.text(key)).on(button);
        button.setName(key);
        return button;
    }
}
