package br.com.dmbackup.desktop.look;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Whether the system shows its windows light or dark, where that can be known. Asks a program, so not on the thread that draws. */
public final class SystemTheme {
    private static final List<String> WINDOWS = List.of("reg", "query",
            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize", "/v", "AppsUseLightTheme");
    private static final List<String> GNOME = List.of("gsettings", "get", "org.gnome.desktop.interface",
            "color-scheme");
    private static final int MOST_SECONDS = 5;

    private SystemTheme() {}

    /** None where it cannot be known. */
    public static Optional<Theme> look() {
        boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return answer(windows ? WINDOWS : GNOME).flatMap(said -> windows ? ofRegistry(said) : ofGnome(said));
    }

    static Optional<Theme> ofRegistry(String said) {
        if (!said.contains("AppsUseLightTheme")) {
            return Optional.empty();
        }
        return Optional.of(said.strip().endsWith("0x0") ? Theme.DARK : Theme.LIGHT);
    }

    static Optional<Theme> ofGnome(String said) {
        return switch (said.strip()) {
            case "'prefer-dark'" -> Optional.of(Theme.DARK);
            case "'prefer-light'", "'default'" -> Optional.of(Theme.LIGHT);
            default -> Optional.empty();
        };
    }

    private static Optional<String> answer(List<String> question) {
        try {
            Process asked = new ProcessBuilder(question).redirectErrorStream(true).start();
            asked.getOutputStream().close();
            // So short that it fits into the pipe.
            boolean ended = asked.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                asked.destroyForcibly();
            }
            return ended && asked.exitValue() == 0
                    ? Optional.of(new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException noSuchProgram) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
