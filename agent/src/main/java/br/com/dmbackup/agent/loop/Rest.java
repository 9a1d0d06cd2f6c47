package br.com.dmbackup.agent.loop;

/** Where the loop rests between two minutes. Thread-safe. */
public interface Rest {
    /**
     * Rests until the next minute, or until somebody wakes it.
     *
     * @return whether there is a next minute
     */
    boolean untilNext() throws InterruptedException;

    /** The next minute begins now: there is something to do. */
    void wake();

    /** There is no next minute. */
    void end();
}
