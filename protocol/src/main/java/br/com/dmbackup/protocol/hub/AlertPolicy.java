package br.com.dmbackup.protocol.hub;

/**
 * When the software house wants to be told of a store of this group.
 *
 * @param silenceMinutes of opening time without a sign of the store, at least 15
 * @param failures whether a store's failures are alerts at the hub, too
 */
public record AlertPolicy(int silenceMinutes, boolean failures) {
    /** Where a group has none of its own. */
    public static final AlertPolicy USUAL = new AlertPolicy(75, true);
}
