package br.com.dmbackup.testkit.sqlserver.statement;

/** How percentages are told. A client may depend on none of them. */
public enum ProgressHabit {
    /** Every so many percent as STATS asks, 100 at last. */
    STEADY,
    /** Only 100, as for a small database. */
    JUMP,
    /** None at all. */
    SILENT,
    /** Each behind a lower one that comes late. */
    OUT_OF_ORDER
}
