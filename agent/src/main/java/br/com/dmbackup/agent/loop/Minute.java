package br.com.dmbackup.agent.loop;

/** What happens once a minute. */
@FunctionalInterface
public interface Minute {
    /** Goes through it. Whatever it throws is a defect of the program, or the end of the thread. */
    void pass();
}
