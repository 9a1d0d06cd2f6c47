package br.com.dmbackup.desktop.look;

import javax.swing.AbstractButton;
import javax.swing.JLabel;

/**
 * The words of a control and the letter that chooses it.
 *
 * @param letter place of the letter in the text, -1 for none
 */
record Caption(String text, int letter) {
    static Caption of(String written) {
        StringBuilder text = new StringBuilder();
        int letter = -1;
        for (int i = 0; i < written.length(); i++) {
            char sign = written.charAt(i);
            if (sign != '&' || i + 1 == written.length()) {
                text.append(sign);
            } else if (written.charAt(i + 1) == '&') {
                text.append(sign);
                i++;
            } else {
                letter = text.length();
            }
        }
        return new Caption(text.toString(), letter);
    }

    void on(AbstractButton button) {
        button.setText(text);
        if (letter >= 0) {
            button.setMnemonic(text.charAt(letter));
            button.setDisplayedMnemonicIndex(letter);
        }
        button.getAccessibleContext().setAccessibleName(text);
    }

    void on(JLabel label) {
        label.setText(text);
        if (letter >= 0) {
            label.setDisplayedMnemonic(text.charAt(letter));
            label.setDisplayedMnemonicIndex(letter);
        }
    }
}
