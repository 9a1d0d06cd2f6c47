package br.com.dmbackup.cli.desktop;

import br.com.dmbackup.cli.ProgramVersion;
import br.com.dmbackup.desktop.Desktop;
import br.com.dmbackup.desktop.DesktopOptions;
import br.com.dmbackup.desktop.look.Theme;
import br.com.dmbackup.desktop.session.Doorbell;
import br.com.dmbackup.desktop.session.Preferences;
import br.com.dmbackup.protocol.Language;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The command line of the tray and the windows. It is read without the library for command lines, as the person waits
 * for the window and the process stays all day; help and mistakes are left to {@code DesktopCommand}.
 *
 * @param home as it was told
 * @param language as it was told
 * @param tray whether only the tray is to be shown
 */
public record DesktopLine(Optional<Path> home, Optional<Language> language, Optional<Theme> theme, boolean tray) {
    private static final String VERB = "desktop";

    /** None where it is another command, or anything in it is not understood. */
    public static Optional<DesktopLine> of(List<String> arguments) {
        if (arguments.isEmpty() || !arguments.getFirst().equals(VERB)) {
            return Optional.empty();
        }
        DesktopLine line = new DesktopLine(Optional.empty(), Optional.empty(), Optional.empty(), false);
        for (int i = 1; i < arguments.size(); i++) {
            Optional<DesktopLine> further = arguments.get(i).equals("--tray")
                    ? Optional.of(new DesktopLine(line.home, line.language, line.theme, true))
                    : i + 1 < arguments.size() ? line.with(arguments.get(i), arguments.get(++i)) : Optional.empty();
            if (further.isEmpty()) {
                return Optional.empty();
            }
            line = further.get();
        }
        return Optional.of(line);
    }

    private Optional<DesktopLine> with(String option, String value) {
        try {
            return switch (option) {
                case "--home" -> Optional.of(new DesktopLine(Optional.of(Path.of(value)), language, theme, tray));
                case "--lang" -> Language.ofTag(value)
                        .map(known -> new DesktopLine(home, Optional.of(known), theme, tray));
                case "--theme" -> theme(value).map(known -> new DesktopLine(home, language, Optional.of(known), tray));
                default -> Optional.empty();
            };
        } catch (InvalidPathException told) {
            return Optional.empty();
        }
    }

    static Optional<Theme> theme(String word) {
        return switch (word) {
            case "light" -> Optional.of(Theme.LIGHT);
            case "dark" -> Optional.of(Theme.DARK);
            default -> Optional.empty();
        };
    }

    /**
     * Shows the windows until they are closed.
     *
     * @return 0, or none where there is no screen
     */
    public OptionalInt shown(Path found, Language spoken, Map<String, String> environment)
            throws InterruptedException {
        if (!Desktop.possible()) {
            return OptionalInt.empty();
        }
        Path settings = Preferences.usualFolder(environment);
        DesktopOptions options = new DesktopOptions(found, spoken, theme, tray, ProgramVersion.text(), settings,
                Clock.system(ZoneId.systemDefault()));
        try {
            Optional<Doorbell> doorbell = Doorbell.take(settings, found, !tray);
            if (doorbell.isPresent()) {
                Desktop desktop = Desktop.start(options);
                doorbell.get().listen(desktop::view);
                desktop.awaitEnd();
                doorbell.get().close();
            }
        } catch (IOException unwritable) {
            // Then nobody can know whether there is one already.
            Desktop.start(options).awaitEnd();
        }
        return OptionalInt.of(0);
    }
}
