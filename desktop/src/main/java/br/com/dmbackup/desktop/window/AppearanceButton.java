package br.com.dmbackup.desktop.window;

import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.desktop.look.Theme;
import br.com.dmbackup.desktop.session.DesktopContext;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButtonMenuItem;
import net.miginfocom.swing.MigLayout;

/** Light, dark, or as the system is. */
final class AppearanceButton extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient DesktopContext context;
    private final JButton button;

    AppearanceButton(DesktopContext context) {
        super(new MigLayout("insets 0", "[]", "[]"));
        this.context = context;
        button = Controls.button(context.texts(), "window.appearance", this::offer);
        button.putClientProperty("JButton.buttonType", "borderless");
        add(button);
    }

    private void offer() {
        Texts texts = context.texts();
        JPopupMenu menu = new JPopupMenu();
        menu.add(item(texts.text("window.theme_system"), Optional.empty()));
        menu.add(item(texts.text("window.theme_light"), Optional.of(Theme.LIGHT)));
        menu.add(item(texts.text("window.theme_dark"), Optional.of(Theme.DARK)));
        menu.show(button, 0, -menu.getPreferredSize().height);
    }

    private JRadioButtonMenuItem item(String words, Optional<Theme> theme) {
        JRadioButtonMenuItem item = new JRadioButtonMenuItem(words, context.appearance().set().equals(theme));
        item.addActionListener(chosen -> context.appearance().set(theme));
        return item;
    }
}
