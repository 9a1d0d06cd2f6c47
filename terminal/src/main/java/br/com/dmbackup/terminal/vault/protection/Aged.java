package br.com.dmbackup.terminal.vault.protection;

/**
 * A thing that grows old, in minutes of running time.
 *
 * @param thing what it is; things of one minute are told apart by their order
 * @param acceptedAt when it came
 * @param replacedAt when another took its place; {@link #NOT_YET} for one that stands in its place
 * @param sound whether nothing is known to be wrong with it
 */
public record Aged<T extends Comparable<T>>(T thing, long acceptedAt, long replacedAt, boolean sound) {
    /** The thing stands in its place, and is no question of protection. */
    public static final long NOT_YET = Long.MAX_VALUE;

    boolean replaced() {
        return replacedAt != NOT_YET;
    }

    long day() {
        return acceptedAt / Protection.DAY;
    }
}
