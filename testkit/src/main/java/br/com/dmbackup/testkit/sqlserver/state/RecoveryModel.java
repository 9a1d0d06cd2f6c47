package br.com.dmbackup.testkit.sqlserver.state;

/** How long the log is kept. */
public enum RecoveryModel {
    FULL(1), BULK_LOGGED(2), SIMPLE(3);

    private final int code;

    RecoveryModel(int code) {
        this.code = code;
    }

    /** As in {@code sys.databases.recovery_model}. */
    public int code() {
        return code;
    }
}
