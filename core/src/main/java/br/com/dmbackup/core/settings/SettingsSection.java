package br.com.dmbackup.core.settings;

import br.com.dmbackup.core.backup.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One table of the settings file, as an engine or destination reads it. Each reading method notes a problem when the
 * value is missing, of another type or out of range, and returns a stand-in so that reading goes on and all problems
 * come out together; nothing is built from stand-ins, as the caller asks the file for its problems first. A key that
 * nobody read is a problem too (a misspelt key must not be silence).
 */
public interface SettingsSection {
    /** A text that must be there and not be blank. */
    String text(String key);

    Optional<String> optionalText(String key);

    /** A path, taken relative to the home folder when it is not absolute. */
    Path path(String key);

    /** A path that is only part of what stands under a key, taken relative to the home folder in the same way. */
    Path path(String key, String text);

    /** A list of texts that must be there, with at least one, the first of them not blank. */
    List<String> texts(String key);

    /** The same where it need not be there. */
    Optional<List<String>> optionalTexts(String key);

    long integer(String key, long otherwise, long min, long max);

    boolean flag(String key, boolean otherwise);

    /** One of the given words. */
    String choice(String key, String otherwise, List<String> words);

    Optional<Secret> optionalSecret(String key);

    /** Nobody can ask for these keys, as what kind of thing they belong to is itself a problem. */
    void skip();

    /** Notes a problem with a key's value that only the reader of this section can see. */
    void problem(String key, String messageKey, Object... arguments);
}
