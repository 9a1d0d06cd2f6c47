package br.com.dmbackup.desktop.session;

import br.com.dmbackup.desktop.look.SystemTheme;
import br.com.dmbackup.desktop.look.Theme;
import br.com.dmbackup.desktop.work.Background;
import java.util.Arrays;
import java.util.Optional;

/**
 * Light or dark as this person has set it, else as the system is. The system is asked when the window stands already;
 * until then it is what it was last time. Used on the thread that draws.
 */
public final class Appearance {
    private static final String SET = "theme";
    private static final String SEEN = "theme.system";

    private final Preferences preferences;
    private final Background work;
    private final Optional<Theme> told;

    /** @param told what the command line says; it goes before all else, and is not kept */
    public Appearance(Preferences preferences, Background work, Optional<Theme> told) {
        this.preferences = preferences;
        this.work = work;
        this.told = told;
    }

    /** What is to be shown without asking the system. */
    public Theme known() {
        return told.or(this::set).or(() -> kept(SEEN)).orElse(Theme.LIGHT);
    }

    /** What this person has set; none to do as the system does. */
    public Optional<Theme> set() {
        return kept(SET);
    }

    /** @param theme none to do as the system does */
    public void set(Optional<Theme> theme) {
        theme.ifPresentOrElse(one -> preferences.set(SET, one.name()), () -> preferences.remove(SET));
        show(known());
        follow();
    }

    /** Asks the system, and does as it does unless a person has said otherwise. */
    public void follow() {
        if (told.isEmpty() && set().isEmpty()) {
            work.run(SystemTheme::look, seen -> seen.filter(theme -> set().isEmpty()).ifPresent(theme -> {
                if (kept(SEEN).filter(theme::equals).isEmpty()) {
                    preferences.set(SEEN, theme.name());
                }
                show(theme);
            }), unknown -> {});
        }
    }

    private static void show(Theme theme) {
        if (Theme.shown() != theme) {
            theme.install();
        }
    }

    private Optional<Theme> kept(String key) {
        return preferences.get(key).flatMap(
                name -> Arrays.stream(Theme.values()).filter(theme -> theme.name().equals(name)).findFirst());
    }
}
