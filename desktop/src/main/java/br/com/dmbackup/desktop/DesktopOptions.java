package br.com.dmbackup.desktop;

import br.com.dmbackup.desktop.look.Theme;
import br.com.dmbackup.protocol.Language;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * How the windows are started.
 *
 * @param home folder of the store
 * @param language of the windows
 * @param theme light or dark; none to do as the system does
 * @param trayOnly whether the main window waits until somebody asks for it
 * @param version of this program
 * @param settings folder of what this person has set
 * @param clock this machine's
 */
public record DesktopOptions(Path home, Language language, Optional<Theme> theme, boolean trayOnly, String version,
        Path settings, Clock clock) {}
