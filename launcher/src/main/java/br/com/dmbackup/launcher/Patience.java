package br.com.dmbackup.launcher;

import java.time.Duration;

/**
 * How long the launcher waits for what.
 *
 * @param look how often it looks
 * @param pulse how long a child may be silent
 * @param leash how long a child may take to end in good order
 * @param shortestPause before a dead child is followed by another; doubled each time
 * @param longestPause the end of that growing
 * @param goodLife after so long with a pulse a version is good, and pauses are short again
 * @param trials how often a version that is on trial may die or fall silent before it is given up
 */
record Patience(Duration look, Duration pulse, Duration leash, Duration shortestPause, Duration longestPause,
        Duration goodLife, int trials) {

    static final Patience USUAL = new Patience(Duration.ofSeconds(5), Duration.ofMinutes(2), Duration.ofSeconds(30),
            Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(10), 3);

    /** Exit code of a child that wants to be started again at once, perhaps as another version. */
    static final int AGAIN = 75;

    /** Exit code of a child that found another agent at work in the home: no fault of its version. */
    static final int HOME_TAKEN = 8;
}
