package br.com.dmbackup.engine.sqlserver.fault;

import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import java.util.Optional;

/**
 * What one of the server's error numbers means to a person.
 *
 * @param code none: what the work that failed calls a failure of its own
 * @param cause key of the words that say why; they take the database
 * @param remedyKey key of what to do, where the code's own hint is not exact enough; takes login and database
 */
record Meaning(Optional<FaultCode> code, String cause, Optional<String> remedyKey) {
    private static final String WORDS = "sqlserver.";
    private static final String REMEDY = "sqlserver.remedy.";

    /** A number with words of its own: {@code sqlserver.4208}. */
    static Meaning of(int number, FaultCode code) {
        return new Meaning(Optional.of(code), WORDS + number, Optional.empty());
    }

    /** A number that says what failed better than that it failed. */
    static Meaning ofWork(int number) {
        return new Meaning(Optional.empty(), WORDS + number, Optional.empty());
    }

    /** The words of several numbers. */
    Meaning saying(String word) {
        return new Meaning(code, WORDS + word, remedyKey);
    }

    Meaning remedy(String word) {
        return new Meaning(code, cause, Optional.of(REMEDY + word));
    }

    FaultCode code(FaultCode otherwise) {
        return code.orElse(otherwise);
    }

    Phrase words(String subject) {
        return Phrase.of(cause, subject);
    }

    Optional<Phrase> remedy(String login, String subject) {
        return remedyKey.map(key -> Phrase.of(key, login, subject));
    }
}
