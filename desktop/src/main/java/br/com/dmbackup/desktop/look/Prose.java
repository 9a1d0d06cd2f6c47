package br.com.dmbackup.desktop.look;

import java.awt.Font;
import javax.swing.JTextArea;
import javax.swing.UIManager;

/** Words that may take several lines: a label that wraps. */
final class Prose extends JTextArea {
    private static final long serialVersionUID = 1L;

    Prose(String words) {
        super(words);
        setEditable(false);
        setFocusable(false);
        setLineWrap(true);
        setWrapStyleWord(true);
        // Without a width of its own it takes that of its place, and as many lines as it then needs.
        setColumns(1);
    }

    /** Whatever the theme, it looks like a label. */
    @Override
    public void updateUI() {
        Font own = getFont();
        super.updateUI();
        setOpaque(false);
        setBorder(null);
        setFont(own == null ? UIManager.getFont("Label.font") : own);
    }
}
