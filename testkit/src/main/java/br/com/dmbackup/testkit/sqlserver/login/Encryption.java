package br.com.dmbackup.testkit.sqlserver.login;

/** What is encrypted, as both sides settle it in PRELOGIN (MS-TDS 2.2.6.5, ENCRYPTION). */
public enum Encryption {
    /** The server has no TLS; a client that insists hangs up. */
    NOT_SUPPORTED(2),
    /** TLS for LOGIN7 alone, unless the client wants all; as a server that nobody has configured. */
    LOGIN_ONLY(0),
    /** TLS for everything. */
    EVERYTHING(1),
    /** TLS for everything, as where {@code Force Encryption} is set. */
    REQUIRED(3);

    private static final int CLIENT_WANTS_ALL = 1;
    private final int code;

    Encryption(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** What this server answers to what a client asks. */
    public Encryption answer(int asked) {
        return this == LOGIN_ONLY && asked == CLIENT_WANTS_ALL ? EVERYTHING : this;
    }
}
