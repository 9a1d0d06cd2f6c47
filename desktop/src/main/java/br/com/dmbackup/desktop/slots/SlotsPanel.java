package br.com.dmbackup.desktop.slots;

import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.desktop.session.PictureSession;
import br.com.dmbackup.protocol.api.BackupPicture;
import br.com.dmbackup.protocol.api.PlacePicture;
import br.com.dmbackup.protocol.api.SlotPicture;
import java.awt.Dimension;
import java.awt.Window;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/** The picture of all places. It renews itself. */
public final class SlotsPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient DesktopContext context;
    private final transient SlotWords words;
    private final transient Opened opened;
    private final JPanel rows = new JPanel(new MigLayout("insets 0, fillx, wrap 1, gapy 8", "[grow,fill]", ""));
    private final Legend legend = new Legend();
    private transient List<String> places = List.of();

    /** A person wants to see more of a slot, and may want it back. */
    @FunctionalInterface
    public interface Opened {
        void slot(Window owner, String place, SlotPicture slot);
    }

    public SlotsPanel(DesktopContext context, PictureSession pictures, Opened opened) {
        super(new MigLayout("insets 0, fillx, wrap 1, hidemode 3", "[grow,fill]", "[]6[]6[]"));
        this.context = context;
        this.words = new SlotWords(context);
        this.opened = opened;
        setName("slots");
        add(Controls.heading(context.texts().text("slots.title")));
        add(rows);
        add(legend);
        setVisible(false);
        Runnable never = pictures.listen(this::show);
        Objects.requireNonNull(never);
    }

    private void show(BackupPicture picture) {
        List<String> now = picture.places().stream().map(PlacePicture::name).toList();
        if (!now.equals(places)) {
            places = now;
            rows.removeAll();
            now.forEach(place -> rows.add(new PlaceRow(context.texts(), place, this::open)));
        }
        Set<Glyph> seen = EnumSet.noneOf(Glyph.class);
        for (int i = 0; i < now.size(); i++) {
            PlacePicture place = picture.places().get(i);
            place.slots().forEach(slot -> seen.add(Glyph.of(slot)));
            ((PlaceRow) rows.getComponent(i)).show(place, words, context.clock().instant());
        }
        legend.show(seen, words);
        setVisible(true);
        revalidate();
        Window window = SwingUtilities.getWindowAncestor(this);
        if (window != null && window.isDisplayable()) {
            grow(window);
        }
    }

    /** What is shown more than before wants room, as far as the screen has it; nothing shrinks under a person's hands. */
    private void grow(Window window) {
        window.validate();
        invalidate();
        Dimension wanted = window.getPreferredSize();
        Dimension screen = getToolkit().getScreenSize();
        window.setSize(Math.min(screen.width, Math.max(window.getWidth(), wanted.width)),
                Math.min(screen.height, Math.max(window.getHeight(), wanted.height)));
        window.validate();
    }

    private void open(String place, SlotPicture slot) {
        opened.slot(SwingUtilities.getWindowAncestor(this), place, slot);
    }
}
