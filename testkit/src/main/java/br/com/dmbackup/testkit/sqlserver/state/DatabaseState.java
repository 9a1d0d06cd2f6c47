package br.com.dmbackup.testkit.sqlserver.state;

/** {@code sys.databases.state}, with the number that says why the database cannot be opened. */
public enum DatabaseState {
    ONLINE(0, 0), RESTORING(1, 927), RECOVERING(2, 922), SUSPECT(4, 926), EMERGENCY(5, 926), OFFLINE(6, 942);

    private final int code;
    private final int refusal;

    DatabaseState(int code, int refusal) {
        this.code = code;
        this.refusal = refusal;
    }

    public int code() {
        return code;
    }

    public int refusal() {
        return refusal;
    }
}
