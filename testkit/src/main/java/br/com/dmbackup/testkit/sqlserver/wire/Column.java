package br.com.dmbackup.testkit.sqlserver.wire;

/** A column of a result set. */
public record Column(String name, SqlType type) {
    public static Column text(String name) {
        return new Column(name, new SqlType.Text(4_000));
    }

    public static Column number(String name, int size) {
        return new Column(name, new SqlType.Whole(size));
    }

    public static Column bit(String name) {
        return new Column(name, new SqlType.Bit());
    }

    public static Column time(String name) {
        return new Column(name, new SqlType.DateTime());
    }

    /** A position in the log. */
    public static Column lsn(String name) {
        return new Column(name, new SqlType.Numeric(25, 0));
    }
}
