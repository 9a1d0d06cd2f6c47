package br.com.dmbackup.core.backup;

/** Told how far a long piece of work has come. Called often and from any one thread at a time: must return at once. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (done, total) -> {};

    /**
     * @param doneBytes bytes behind us, never falling
     * @param totalBytes bytes in all, or -1 where it is not known
     */
    void advanced(long doneBytes, long totalBytes);
}
