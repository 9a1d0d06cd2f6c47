package br.com.dmbackup.protocol;

import java.util.List;

/** An argument of a text that is itself said in the person's language. */
@FunctionalInterface
public interface Phrase {
    String in(Messages messages);

    /** The text under a key of the words that all programs share. */
    static Phrase of(String key, Object... arguments) {
        return new Keyed(key, List.of(arguments));
    }

    /** A phrase that logs can show, too. */
    record Keyed(String key, List<Object> arguments) implements Phrase {
        @Override
        public String in(Messages messages) {
            return messages.text(key, arguments.toArray());
        }

        @Override
        public String toString() {
            return arguments.isEmpty() ? key : key + arguments;
        }
    }
}
