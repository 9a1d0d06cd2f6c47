package br.com.dmbackup.protocol;

/** An argument of a text that is itself said in the person's language. */
@FunctionalInterface
public interface Phrase {
    String in(Messages messages);
}
