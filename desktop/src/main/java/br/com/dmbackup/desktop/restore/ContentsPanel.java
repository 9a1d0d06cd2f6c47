package br.com.dmbackup.desktop.restore;

import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.protocol.api.ArchiveContents;
import br.com.dmbackup.protocol.api.ArchiveContents.TableRows;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.table.DefaultTableModel;
import net.miginfocom.swing.MigLayout;

/** What is inside an archive. */
final class ContentsPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient DesktopContext context;

    ContentsPanel(DesktopContext context) {
        super(new MigLayout("insets 0, fillx, wrap 2, gapx 10, gapy 3", "[][grow,fill]", ""));
        this.context = context;
        setName("restore.contents");
    }

    void show(ArchiveContents inside) {
        removeAll();
        add(Controls.heading(text("restore.inside")), "span 2");
        if (inside.ours()) {
            line("restore.store", inside.store().isEmpty()
                    ? text("restore.unknown")
                    : text("restore.store.told", inside.store(), cnpj(inside.cnpj())));
            inside.startedAt().ifPresent(at -> line("restore.made", context.moment(at)));
            line("restore.database", text("restore.database.told", inside.database(), inside.engine(),
                    inside.engineVersion()));
        } else {
            JLabel foreign = new JLabel(text("restore.foreign"));
            foreign.setName("restore.foreign");
            add(foreign, "span 2");
        }
        line("restore.size", text("restore.size.told", inside.dumpName(), inside.dumpBytes(), inside.archiveBytes()));
        if (!inside.tables().isEmpty()) {
            line("restore.rows", text("restore.rows.told", inside.tables().size(), inside.rows()));
            add(new JScrollPane(table(inside.tables())), "span 2, growx, h 90lp!, wmin 280lp");
        }
        if (!inside.fits()) {
            JLabel no = new JLabel(text("restore.unfit", inside.engine()));
            no.setName("restore.unfit");
            add(no, "span 2");
        }
        revalidate();
        repaint();
    }

    void clear() {
        removeAll();
        revalidate();
        repaint();
    }

    private JTable table(List<TableRows> tables) {
        DefaultTableModel model = new DefaultTableModel(
                new Object[]{text("restore.table"), text("restore.table.rows")}, 0) {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean isCellEditable(int row, int column) {
                return false;
            }
        };
        NumberFormat numbers = NumberFormat.getInstance(context.texts().locale());
        tables.stream().sorted(Comparator.comparingLong(TableRows::rows).reversed())
                .forEach(table -> model.addRow(new Object[]{table.name(), numbers.format(table.rows())}));
        JTable shown = new JTable(model);
        shown.setName("restore.tables");
        shown.getAccessibleContext().setAccessibleName(text("restore.rows"));
        return shown;
    }

    private void line(String key, String told) {
        JLabel label = new JLabel(text(key));
        label.setEnabled(false);
        add(label, "top");
        add(Controls.prose(key, told), "wmin 240lp");
    }

    /** As people write it. */
    private static String cnpj(String plain) {
        return plain.length() != 14
                ? plain
                : plain.substring(0, 2) + "." + plain.substring(2, 5) + "." + plain.substring(5, 8) + "/"
                        + plain.substring(8, 12) + "-" + plain.substring(12);
    }

    private String text(String key, Object... arguments) {
        return context.texts().text(key, arguments);
    }
}
