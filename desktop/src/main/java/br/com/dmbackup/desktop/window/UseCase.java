package br.com.dmbackup.desktop.window;

import br.com.dmbackup.desktop.session.AgentPicture;
import java.awt.Window;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A button of the main window and what it opens.
 *
 * @param key of the button's words, such as {@code window.manual}
 * @param offered whether the store has it, by what is known of the agent
 * @param open shows it over that window; on the thread that draws, may return when it was closed
 */
public record UseCase(String key, Predicate<AgentPicture> offered, Consumer<Window> open) {
    /** One that every store has. */
    public static UseCase always(String key, Consumer<Window> open) {
        return new UseCase(key, picture -> true, open);
    }
}
