package br.com.dmbackup.desktop.tray;

import br.com.dmbackup.desktop.look.StateImage;
import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.desktop.session.AgentPicture;
import br.com.dmbackup.desktop.session.DesktopContext;
import java.awt.AWTException;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.TrayIcon.MessageType;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import javax.swing.SwingUtilities;

/** The sign near the clock, its menu, and what it says when something changes. Used on the thread that draws. */
public final class Tray implements AutoCloseable {
    /** Windows shows no more. */
    private static final int LONGEST_TIP = 127;

    private final DesktopContext context;
    private final SystemTray place;
    private final TrayIcon icon;
    private final MenuItem backup;
    private final Changes changes = new Changes();
    private final Runnable listening;

    /** What the menu does. */
    public interface Menu {
        void view();

        void backUp();

        void close();
    }

    private Tray(DesktopContext context, SystemTray place, Menu menu) throws AWTException {
        this.context = context;
        this.place = place;
        Texts texts = context.texts();
        this.icon = new TrayIcon(StateImage.of(Tone.ABSENT, size(place)), "DMBackup");
        this.backup = item(texts.text("tray.backup"), menu::backUp);
        icon.setImageAutoSize(true);
        PopupMenu popup = new PopupMenu();
        popup.add(item(texts.text("tray.view"), menu::view));
        popup.add(backup);
        popup.addSeparator();
        popup.add(item(texts.text("tray.close"), menu::close));
        icon.setPopupMenu(popup);
        icon.addActionListener(event -> menu.view());
        icon.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (SwingUtilities.isLeftMouseButton(event)) {
                    menu.view();
                }
            }
        });
        place.add(icon);
        listening = context.agent().listen(this::show);
    }

    /** Puts it there; none where the system has no tray. */
    public static Optional<Tray> show(DesktopContext context, Menu menu) {
        if (!SystemTray.isSupported()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Tray(context, SystemTray.getSystemTray(), menu));
        } catch (AWTException | UnsupportedOperationException gone) {
            return Optional.empty();
        }
    }

    private static int size(SystemTray place) {
        return Math.max(16, place.getTrayIconSize().height);
    }

    private static MenuItem item(String words, Runnable chosen) {
        MenuItem item = new MenuItem(words);
        item.addActionListener(event -> chosen.run());
        return item;
    }

    private void show(AgentPicture picture) {
        Texts texts = context.texts();
        if (changes.tone().filter(picture.tone()::equals).isEmpty()) {
            icon.setImage(StateImage.of(picture.tone(), size(place)));
        }
        String tip = TrayWords.tip(context, picture);
        icon.setToolTip(tip.length() > LONGEST_TIP ? tip.substring(0, LONGEST_TIP - 1) + "…" : tip);
        backup.setEnabled(picture.answers());
        changes.seen(picture).ifPresent(change -> icon.displayMessage(texts.text("window.title"),
                TrayWords.balloon(texts, change), change.better() ? MessageType.INFO : MessageType.WARNING));
    }

    @Override
    public void close() {
        listening.run();
        place.remove(icon);
    }
}
