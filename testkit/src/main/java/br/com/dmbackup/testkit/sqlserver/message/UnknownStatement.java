package br.com.dmbackup.testkit.sqlserver.message;

/** The double does not know this; a real server might. */
public final class UnknownStatement extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownStatement(String what) {
        super(what);
    }
}
