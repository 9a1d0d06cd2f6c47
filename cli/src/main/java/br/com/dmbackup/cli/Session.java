package br.com.dmbackup.cli;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one command works with.
 *
 * @param surroundings what it takes from the process
 * @param home the home folder that was meant; need not exist
 * @param output where it says how it goes and what came of it
 * @param words the texts of the programs in the command's language
 * @param texts the texts of the commands in the same language
 */
public record Session(Surroundings surroundings, Path home, Output output, Messages words, Messages texts) {
    /**
     * Asks a person at the terminal.
     *
     * @return the line that was typed; none where nobody can be asked
     */
    public Optional<String> ask(String question) {
        Surroundings.Screen screen = surroundings.screen();
        if (!screen.live()) {
            return Optional.empty();
        }
        screen.out().print(question + " ");
        screen.out().flush();
        try {
            return Optional.ofNullable(line(screen.in()));
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.CONFIRMATION_NEEDED, question).causedBy(e);
        }
    }

    /**
     * Asks a person for a secret; it is not shown while it is typed.
     *
     * @return what was typed, perhaps nothing; none where nobody can be asked
     */
    @SuppressWarnings("SystemConsoleNull") // without a terminal some builds of the JDK still give none
    public Optional<char[]> askSecret(String question) {
        Console console = System.console();
        return console != null && surroundings.screen().live() && surroundings.screen().in().equals(System.in)
                ? Optional.ofNullable(console.readPassword("%s ", question))
                : ask(question).map(String::toCharArray);
    }

    /** Byte by byte, so that nothing of the next answer is swallowed. */
    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream typed = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            typed.write(next);
            next = in.read();
        }
        // A Windows console types in its own code page.
        Charset encoding = in.equals(System.in)
                ? Charset.forName(System.getProperty("stdin.encoding", "UTF-8"))
                : StandardCharsets.UTF_8;
        return typed.toString(encoding).strip();
    }

    /** A path of the command line, made absolute. */
    public Path path(Path given) {
        return surroundings.workingFolder().resolve(given).normalize();
    }

    /** The same command for another home folder. */
    public Session at(Path otherHome) {
        return new Session(surroundings, otherHome, output, words, texts);
    }

    /** The same command in another language. */
    public Session in(Language language) {
        Messages otherWords = Messages.in(language);
        Messages otherTexts = Messages.in(language, Dmbackup.TEXTS);
        return new Session(surroundings, home,
                output instanceof HumanOutput ? new HumanOutput(surroundings, otherWords, otherTexts) : output,
                otherWords, otherTexts);
    }
}
