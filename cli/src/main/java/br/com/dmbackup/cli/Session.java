package br.com.dmbackup.cli;

import br.com.dmbackup.protocol.Messages;
import java.nio.file.Path;

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
    /** A path of the command line, made absolute. */
    public Path path(Path given) {
        return surroundings.workingFolder().resolve(given).normalize();
    }
}
