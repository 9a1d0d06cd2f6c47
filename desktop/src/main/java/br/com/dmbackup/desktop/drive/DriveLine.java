package br.com.dmbackup.desktop.drive;

import br.com.dmbackup.desktop.look.Texts;
import java.awt.Component;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JList;

/** A drive in the list: its name, and how much room there is. */
final class DriveLine extends DefaultListCellRenderer {
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;

    DriveLine(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Component getListCellRendererComponent(JList<?> list, Object value, int index, boolean selected,
            boolean focused) {
        super.getListCellRendererComponent(list, value, index, selected, focused);
        if (value instanceof Drive drive) {
            setText(words(texts, drive));
        }
        return this;
    }

    static String words(Texts texts, Drive drive) {
        return texts.text(drive.removable() ? "manual.drive.removable" : "manual.drive.fixed", drive.label(),
                drive.freeBytes(), drive.totalBytes());
    }
}
