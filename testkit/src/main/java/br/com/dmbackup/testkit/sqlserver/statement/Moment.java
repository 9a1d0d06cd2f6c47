package br.com.dmbackup.testkit.sqlserver.statement;

/**
 * When trouble comes: before a statement does anything, at a percentage of a long one, or after all it says, just before
 * its end.
 */
public record Moment(int percent) {
    public static final Moment START = new Moment(-1);
    public static final Moment END = new Moment(101);

    /** When at least so much is done. */
    public static Moment at(int percent) {
        return new Moment(percent);
    }

    /** Whether a trouble planned for this moment is due when another is reached. */
    boolean isDueAt(Moment reached) {
        return percent == reached.percent || (isInside() && reached.isInside() && percent <= reached.percent);
    }

    private boolean isInside() {
        return percent >= 0 && percent <= 100;
    }
}
