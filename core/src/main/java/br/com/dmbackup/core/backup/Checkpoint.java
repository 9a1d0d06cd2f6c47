package br.com.dmbackup.core.backup;

/** Told of each {@link Step} as it is reached. In the product nobody listens; the tests end the process there. */
@FunctionalInterface
public interface Checkpoint {
    Checkpoint NONE = step -> {};

    void reached(Step step);
}
